using System.Text.RegularExpressions;
using Tutorial.Book;

namespace Tutorial.Tests;

/// <summary>The glossary against the notebooks.</summary>
public sealed partial class GlossaryTests
{
    static readonly IReadOnlyList<(string Term, string Text)> Entries =
        [.. Entry().Matches(NotebookLink.Read("glossary.md")).Select(entry => (entry.Groups[1].Value, entry.Groups[2].Value))];

    [Fact]
    public void The_terms_are_in_order_and_each_only_once()
    {
        Assert.InRange(Entries.Count, 40, 90);
        var terms = Entries.Select(entry => entry.Term).ToList();
        Assert.Equal(terms.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase), terms);
    }

    [Fact]
    public void The_group_of_a_term_has_its_letter()
    {
        var groups = Group().Matches(NotebookLink.Read("glossary.md")).ToList();
        Assert.Equal(Entries.Count, groups.Sum(group => Entry().Count(group.Groups[3].Value)));
        Assert.All(groups, group => Assert.All(Entry().Matches(group.Groups[3].Value), entry =>
            Assert.InRange(entry.Groups[1].Value[0], group.Groups[1].Value[0], group.Groups[2].Value[0])));
    }

    [Fact]
    public void A_term_is_explained_in_one_to_three_sentences() =>
        Assert.All(Entries, entry => Assert.InRange(Sentence().Count(entry.Text), 1, 3));

    [Fact] // Either the word itself stands there, or a link to its entry.
    public void Each_term_is_at_work_in_the_cell_that_its_entry_links() =>
        Assert.All(Entries, entry =>
        {
            if (OtherEntry().Match(entry.Text) is { Success: true } other)
            {
                var meant = Entries.Single(e => new Anchors().ForText(e.Term) == other.Groups[1].Value);
                Assert.NotEmpty(NotebookLink.In(meant.Text));
                return;
            }

            var link = Assert.Single(NotebookLink.In(entry.Text));
            var linked = $"(glossary.md#{new Anchors().ForText(entry.Term)})";
            Assert.True(
                link.Source.Contains(entry.Term, StringComparison.OrdinalIgnoreCase) || link.Source.Contains(linked, StringComparison.Ordinal),
                $"{entry.Term}: cell '{link.Cell}' of {link.Notebook} does not have it");
        });

    [GeneratedRegex(@"^### (.+)\n\n(.+)$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^## (\w) to (\w)\n((?:(?!## ).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Group();

    [GeneratedRegex(@"\]\(#([^)]+)\)")]
    private static partial Regex OtherEntry();

    [GeneratedRegex(@"[.](?=\s|$)")]
    private static partial Regex Sentence();
}
