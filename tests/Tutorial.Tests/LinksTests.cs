using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Tutorial.Book;

namespace Tutorial.Tests;

/// <summary>The ways between the lesson's pages.</summary>
public sealed partial class LinksTests(LessonBook book)
{
    [Theory]
    [MemberData(nameof(LessonBook.Pages), MemberType = typeof(LessonBook))]
    public void Every_link_of_a_page_leads_to_a_file_and_a_place_in_it(string name)
    {
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var links = Read(name).Links.Where(href => !href.Contains(':', StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, href =>
        {
            var parts = href.Split('#');
            var file = parts[0].Length == 0 ? name : Uri.UnescapeDataString(parts[0]);
            Assert.True(File.Exists(Path.Combine(book.Folder, file)), $"{name} links {href}, and there is no such file in the book");
            if (parts.Length > 1)
                Assert.True(Read(file).Ids.Contains(Uri.UnescapeDataString(parts[1])), $"{name} links {href}, and {file} has no such place");
        });
    }

    [Theory]
    [MemberData(nameof(LessonBook.Texts), MemberType = typeof(LessonBook))]
    public void A_text_has_the_same_anchors_in_the_book_and_in_the_editors(string name) =>
        Assert.All(Heading().Matches(NotebookLink.Read(name)).Select(heading => heading.Groups[1].Value), heading =>
            Assert.Equal(Uncommon().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-'), new Anchors().ForText(heading))); // as GitHub and VS Code make them

    (IReadOnlyList<string> Links, HashSet<string> Ids) Read(string name)
    {
        var page = new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(book.Folder, name)));
        return ([.. page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)], [.. page.QuerySelectorAll("[id]").Select(e => e.Id!)]);
    }

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex Uncommon();
}
