using System.Text.Json.Nodes;

namespace Notebooks.Tests;

/// <summary>A session in a folder of its own, with what its cells show.</summary>
internal sealed class TestSession : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private int _cells;

    public TestSession(Func<SessionOptions, SessionOptions>? options = null) =>
        _session = Session.Create((options ?? (o => o))(new SessionOptions { WorkingDirectory = _folder.Path }));

    public string Folder => _folder.Path;

    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Runs a cell named <c>cell '1'</c>, <c>cell '2'</c>, … to its end.</summary>
    public Task<Shown> RunAsync(string code) => RunUntilAsync(code, TestContext.Current.CancellationToken);

    public async Task<Shown> RunUntilAsync(string code, CancellationToken stop)
    {
        var outputs = new NotebookOutputs();
        var result = await _session.RunAsync(code, $"cell '{++_cells}'", output => outputs.Add(0, output), stop);
        return new(result, [.. outputs.Of(0)]);
    }

    /// <summary>Runs a cell, and stops it once it has printed "go" (so that it is known to be where the test wants it).</summary>
    public async Task<CellResult> StopAsync(string code)
    {
        using var stop = new CancellationTokenSource();
        using var whenTestEnds = TestContext.Current.CancellationToken.Register(stop.Cancel);
        return await _session.RunAsync(code, $"cell '{++_cells}'", output =>
        {
            if (output is CellOutput.Stream { Text: var text } && text.Contains("go", StringComparison.Ordinal))
                stop.Cancel();
        }, stop.Token);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}

/// <summary>What a cell gave.</summary>
internal sealed record Shown(CellResult Result, IReadOnlyList<CellOutput> Outputs)
{
    public object? Value => Assert.IsType<CellResult.Value>(Result).Of;

    public string Out => Text(CellOutput.Stream.Out);

    public string Err => Text(CellOutput.Stream.Err);

    public MimeBundle ResultData => Assert.Single(Outputs.OfType<CellOutput.Result>()).Data;

    public CellOutput.Error Error => Assert.Single(Outputs.OfType<CellOutput.Error>());

    public CellDiagnostic CompileError => Assert.IsType<CellResult.CompileErrors>(Result).Diagnostics.First(d => d.IsError);

    private string Text(string stream) => string.Concat(Outputs.OfType<CellOutput.Stream>().Where(s => s.Name == stream).Select(s => s.Text));
}

/// <summary>Notebooks for tests.</summary>
internal static class Samples
{
    public static string Json(params string[] codeCells) => new JsonObject
    {
        ["cells"] = new JsonArray([.. codeCells.Select((code, i) => (JsonNode)new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = $"cell-{(char)('a' + i)}",
            ["metadata"] = new JsonObject(),
            ["outputs"] = new JsonArray(),
            ["source"] = code,
        })]),
        ["metadata"] = new JsonObject(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    }.ToJsonString();

    public static Notebook Notebook(params string[] codeCells) => Notebooks.Notebook.Parse(Json(codeCells), "test.ipynb");
}
