using Notebooks;

namespace Tutorial.Tests;

/// <summary>What a reader sees under a cell, as text.</summary>
static class SessionText
{
    /// <summary>The collection of the tests with a session of their own: there is one at a time in a process.</summary>
    public const string OneAtATime = "one session at a time";

    /// <summary>Runs a cell; gives its values in plain text, and the message of its error.</summary>
    public static async Task<(string Text, string? Error)> RunForTextAsync(this Session session, string id, string code)
    {
        var outputs = new List<CellOutput>();
        await session.RunAsync(code, $"cell '{id}'", outputs.Add, TestContext.Current.CancellationToken);
        return (
            string.Join("\n", outputs.OfType<CellOutput.Result>().Select(result => result.Data["text/plain"])),
            outputs.OfType<CellOutput.Error>().FirstOrDefault()?.Message);
    }
}
