using System.Text.RegularExpressions;
using Notebooks;

namespace Tutorial.Tests;

/// <summary>The exercises that answer back: a cell <c>answer-x</c> to edit, <c>check-x</c> that judges it, and a fold <c>solution-x</c>.</summary>
[Collection(SessionText.OneAtATime)]
public sealed partial class SolutionTests
{
    [Theory]
    [MemberData(nameof(LessonBook.Notebooks), MemberType = typeof(LessonBook))]
    public async Task Each_fold_holds_a_solution_that_the_check_calls_right_and_each_slot_is_open(string name)
    {
        var notebook = Notebook.Read(Path.Combine(Repository.Find().Notebooks, name));
        var exercises = notebook.Cells.Select(cell => cell.Id).Where(id => id.StartsWith("answer-", StringComparison.Ordinal)).Select(id => id["answer-".Length..]).ToList();
        Assert.NotEmpty(exercises);

        using var session = Session.Create(new SessionOptions { WorkingDirectory = Repository.Find().Notebooks });
        await Run(session, Source("setup"));
        foreach (var exercise in exercises)
        {
            await Run(session, Source($"answer-{exercise}"));
            Assert.All((await Run(session, Source($"check-{exercise}"))).Split('\n'), line => Assert.StartsWith("–", line, StringComparison.Ordinal));

            await Run(session, Solution().Match(Source($"solution-{exercise}")).Groups[1].Value);
            Assert.All((await Run(session, Source($"check-{exercise}"))).Split('\n'), line => Assert.StartsWith("✓", line, StringComparison.Ordinal));
        }

        string Source(string id) => notebook.Cells.Single(cell => cell.Id == id).Source;
    }

    static async Task<string> Run(Session session, string code)
    {
        Assert.NotEmpty(code);
        var (text, error) = await session.RunForTextAsync("of the exercise", code);
        Assert.True(error is null, error);
        return text;
    }

    [GeneratedRegex(@"^<details><summary>A solution</summary>\n\n```csharp\n(.*?)\n```\n", RegexOptions.Singleline)]
    private static partial Regex Solution();
}
