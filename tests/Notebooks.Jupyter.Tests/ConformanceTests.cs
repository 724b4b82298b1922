using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Notebooks.Jupyter.Tests;

/// <summary>Clients that nobody here wrote.</summary>
public sealed partial class ConformanceTests(HeadlessLesson lesson) : IClassFixture<HeadlessLesson>, IDisposable
{
    readonly JupyterClients _clients = new();

    public void Dispose() => _clients.Dispose();

    public static TheoryData<string> Notebooks => [.. Directory.EnumerateFiles(Path.Combine(JupyterClients.Repository, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)).Order()];

    [Fact]
    public async Task Every_test_of_Jupyters_own_suite_passes_and_none_is_skipped()
    {
        JupyterClients.Need("jupyter_kernel_test", "python3-jupyter-kernel-test");
        var (code, said) = await _clients.RunAsync("", Path.Combine(AppContext.BaseDirectory, "Clients", "conformance.py"), "-v");
        Assert.True(code == 0, said);
        Assert.Contains("Ran 12 tests", said);
        Assert.Equal(12, Passed().Count(said));
        Assert.DoesNotContain("skipped", said);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Nbconvert_gets_what_the_run_without_a_reader_gets(string name)
    {
        JupyterClients.Need("nbconvert", "jupyter-nbconvert");
        var path = _clients.CopyOfNotebook(Path.Combine(JupyterClients.Repository, "notebooks", name));
        var (code, said) = await _clients.RunAsync("", "-m", "nbconvert", "--to", "notebook", "--execute", "--output", "executed.ipynb", path);
        Assert.True(code == 0, said);

        var headless = await lesson.ExecutedAsync(name);
        var executed = Notebook.Read(Path.Combine(Path.GetDirectoryName(path)!, "executed.ipynb"));
        Assert.Equal(headless.Cells.Select(Shown), executed.Cells.Select(Shown));
    }

    [Fact]
    public async Task A_session_in_the_console_shows_values_errors_and_answers()
    {
        JupyterClients.Need("jupyter_console", "jupyter-console");
        var (_, said) = await _clients.RunAsync("var x = 20;\nx * 2 + 1\nnowhere\nConsole.WriteLine(\"printed \" + x);\nexit\n", "-m", "jupyter_console", "--simple-prompt", "--kernel", "linear-to-neural");
        Assert.Contains("41", said);
        Assert.Contains("error CS0103", said);
        Assert.Contains("printed 20", said);
    }

    /// <summary>What a cell shows, without what is random in it: the ids of HTML elements.</summary>
    static string Shown(Cell cell) => $"{cell.Id} [{cell.ExecutionCount}]\n{string.Join('\n', cell.Outputs.Select(output => Random().Replace(output switch
    {
        CellOutput.Stream stream => $"{stream.Name}: {stream.Text}",
        CellOutput.Display display => $"display: {Sorted(display.Data)}",
        CellOutput.Result result => $"result: {Sorted(result.Data)}",
        CellOutput.Error error => $"error: {error.Name} {error.Message}",
        _ => output.ToString(),
    }, "#")))}";

    /// <summary>JSON with its members in alphabetical order, in which Jupyter saves them.</summary>
    static string Sorted(MimeBundle bundle) => Sorted(bundle.ToJson())!.ToJsonString();

    static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(value.GetValue<double>()), // Python writes e-05 for E-05
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\.\.\. ok$", RegexOptions.Multiline)]
    private static partial Regex Passed();

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Random();
}
