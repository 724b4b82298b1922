using System.Text.Json.Nodes;

namespace Tutorial.Tests.Serving;

/// <summary>What the VS Code extension may rely on.</summary>
public sealed class HostTests(SharedHost shared) : IClassFixture<SharedHost>, IAsyncLifetime
{
    HostProcess _host = null!;

    public async ValueTask InitializeAsync() => _host = await shared.GetAsync();

    public ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            shared.End(); // what is left of the failed test would be taken for the next one's
        return ValueTask.CompletedTask;
    }

    static string Text(IEnumerable<JsonObject> messages, string stream = "stdout") =>
        string.Concat(messages.Where(m => (string?)m["name"] == stream).Select(m => (string?)m["text"]));

    [Fact]
    public async Task It_runs_cells_in_the_order_of_their_requests()
    {
        var ids = new[] { _host.Run("var a = 1; a"), _host.Run("a + 1"), _host.Run("a + 2") };
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            var messages = await _host.UntilAsync("done");
            Assert.All(messages, message => Assert.Equal(id, (string?)message["id"]));
            Assert.Equal($"{i + 1}", (string?)messages[0]["data"]!["text/plain"]);
            Assert.Equal("ok", (string?)messages[^1]["status"]);
        }
    }

    [Fact]
    public async Task Outputs_come_as_they_are_shown_and_a_display_is_updated_by_its_name()
    {
        var messages = await _host.RunToEndAsync("""
            Console.Write("a"); Console.Error.Write("b");
            var shown = display("c"); shown.Update("d");
            clear_output(); 1
            """);
        Assert.Equal(["stream", "stream", "display", "update", "clear", "result", "done"], messages.Select(m => (string?)m["type"]));
        Assert.Equal(("a", "b"), (Text(messages), Text(messages, "stderr")));
        Assert.Equal((string?)messages[2]["display"], (string?)messages[3]["display"]);
        Assert.Equal("d", (string?)messages[3]["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_line_is_said_before_the_cell_has_ended()
    {
        _host.Run("""Console.WriteLine("first"); Console.ReadLine()""");
        Assert.Equal("first\n", Text([await _host.NextAsync()]));
        await _host.UntilAsync("ask"); // an answer to no question is not kept
        _host.Say("input", new { text = "" });
        await _host.UntilAsync("done");
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_names_the_place_and_changes_nothing()
    {
        var messages = await _host.RunToEndAsync("var a = 1;\nvar b = bb;", "Cell In[7]");
        Assert.Equal("compile", (string?)messages[^1]["status"]);
        var diagnostic = messages[^1]["diagnostics"]![0]!;
        Assert.Equal(("CS0103", 2, 9, 2, 11), ((string?)diagnostic["code"], (int)diagnostic["line"]!, (int)diagnostic["column"]!, (int)diagnostic["endLine"]!, (int)diagnostic["endColumn"]!));
        Assert.Contains("Cell In[7], line 2", messages.Single(m => (string?)m["type"] == "error")["trace"]!.ToJsonString());
        Assert.Equal("compile", (string?)(await _host.RunToEndAsync("b"))[^1]["status"]);
    }

    [Fact]
    public async Task An_exception_names_its_line()
    {
        var messages = await _host.RunToEndAsync("var a = 1;\nthrow new Exception(\"so\");");
        Assert.Equal(("threw", 2), ((string?)messages[^1]["status"], (int)messages[^1]["line"]!));
        Assert.Equal("so", (string?)messages[0]["message"]);
    }

    [Fact]
    public async Task A_question_is_put_to_the_reader_also_by_a_library_call()
    {
        _host.Run("""var name = input("Name? "); var next = Console.ReadLine(); $"{name} {next is null}" """);
        Assert.Equal("Name? ", (string?)(await _host.UntilAsync("ask"))[^1]["prompt"]);
        _host.Say("input", new { text = "Ada" });
        await _host.UntilAsync("ask");
        _host.Say("input", new { text = (string?)null });
        Assert.Equal("Ada True", (string?)(await _host.UntilAsync("done"))[^2]["data"]!["text/plain"]);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("Console.ReadLine();")]
    public async Task An_interrupt_stops_the_cell_and_those_that_wait_and_the_session_lives_on(string endless)
    {
        await _host.RunToEndAsync("var a = 5;");
        _host.Run($"Console.WriteLine(\"on\"); {endless}");
        _host.Run("a = 6;");
        await _host.UntilAsync("stream");
        _host.Say("interrupt");
        Assert.Equal("stopped", (string?)(await _host.UntilAsync("done"))[^1]["status"]);
        Assert.Equal("stopped", (string?)(await _host.UntilAsync("done"))[^1]["status"]);
        Assert.Equal("5", (string?)(await _host.RunToEndAsync("a"))[0]["data"]!["text/plain"]);
    }

    [Fact]
    public async Task A_flood_of_text_reaches_a_slow_reader_whole_and_ends_the_session_for_nobody()
    {
        var id = _host.Run("for (var i = 0; i < 100_000; i++) Console.WriteLine(i);");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        var messages = await _host.UntilAsync("done");
        Assert.Equal(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i}\n")), Text(messages));
        Assert.Equal(id, (string?)messages[^1]["id"]);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    [InlineData("""{"type":"run"}""")]
    [InlineData("""{"type":"dance","id":"1"}""")]
    public async Task A_request_that_is_none_is_told_and_harms_nothing(string line)
    {
        _host.SayLine(line);
        Assert.Equal("problem", (string?)(await _host.NextAsync())["type"]);
        Assert.Equal("ok", (string?)(await _host.RunToEndAsync("1"))[^1]["status"]);
    }

    [Fact]
    public async Task What_is_written_outside_of_a_cell_does_not_come_between_the_messages()
    {
        await _host.RunToEndAsync("using System.Threading; using (ExecutionContext.SuppressFlow()) { var t = new Thread(() => Console.WriteLine(\"stray\")); t.Start(); t.Join(); }");
        Assert.Equal("2", (string?)(await _host.RunToEndAsync("1 + 1"))[0]["data"]!["text/plain"]);
        _host.EndInput();
        shared.Forget();
        Assert.Contains("stray", await _host.LastWords);
    }

    [Fact]
    public async Task The_end_of_its_input_ends_it_with_the_cell_that_runs()
    {
        _host.Run("Console.WriteLine(1); while (true) { }");
        await _host.UntilAsync("stream");
        _host.EndInput();
        shared.Forget();
        Assert.Equal(0, await _host.ExitAsync());
    }

    [Fact]
    public async Task Help_knows_the_names_of_earlier_cells_and_comes_beside_a_cell_that_runs()
    {
        await _host.RunToEndAsync("/// <summary>The smooth step.</summary>\n/// <param name=\"z\">The score.</param>\ndouble Sigmoid(double z) => 1 / (1 + Math.Exp(-z)); double Sigmoid(double z, int times) => z; var sigma = 2;");
        _host.Run("Console.ReadLine();");
        await _host.UntilAsync("ask");

        _host.Say("complete", new { code = "var x = Sig", position = 11 });
        var completions = await _host.NextAsync();
        Assert.Equal(["sigma", "Sigmoid"], completions["items"]!.AsArray().Select(item => (string?)item!["text"]).Where(text => text!.StartsWith("sig", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal((8, 11), ((int)completions["start"]!, (int)completions["end"]!));

        _host.Say("hover", new { code = "sigma + 1", position = 1 });
        Assert.Contains("int", (string?)(await _host.NextAsync())["signature"]);

        _host.Say("signatures", new { code = "Sigmoid(1, ", position = 11 });
        var overloads = await _host.NextAsync();
        Assert.Equal((2, 1, 1), (overloads["items"]!.AsArray().Count, (int)overloads["active"]!, (int)overloads["argument"]!));
        var first = overloads["items"]![0]!;
        Assert.EndsWith("Sigmoid(double z)", (string?)first["text"]);
        Assert.Equal(("double z", "The score."), ((string?)first["parameters"]![0]!["text"], (string?)first["parameters"]![0]!["documentation"]));

        _host.Say("input", new { text = "" });
        await _host.UntilAsync("done");
    }

    [Theory]
    [InlineData("sigma + 1", false, null)]
    [InlineData("#r \"nuget: Nothing, 1.0.0\"\nvar x = sigma;\nx", false, null)]
    [InlineData("sigmo + 1", false, "CS0103")]
    [InlineData("sigmo + 1", true, null)]
    [InlineData("var x = (1;", true, "CS1026")]
    public async Task Errors_are_found_without_running(string code, bool syntaxOnly, string? error)
    {
        await _host.RunToEndAsync("var sigma = 2;");
        _host.Say("diagnose", new { code, name = "Cell In[2]", syntaxOnly });
        Assert.Equal(error, (string?)(await _host.NextAsync())["diagnostics"]!.AsArray().FirstOrDefault()?["code"]);
    }
}

/// <summary>A host that the tests of a class use one after the other: to start one takes longer than most tests do.</summary>
public sealed class SharedHost : IDisposable
{
    readonly TemporaryFolder _folder = new();
    HostProcess? _host;

    internal async Task<HostProcess> GetAsync()
    {
        if (_host is null)
        {
            _host = new(_folder.Path);
            Assert.Equal(1, (int)(await _host.NextAsync())["protocol"]!);
        }

        return _host;
    }

    /// <summary>The next test gets another one.</summary>
    public void End()
    {
        _host?.Dispose();
        _host = null;
    }

    /// <summary>As <see cref="End"/>, but this one ends by itself.</summary>
    public void Forget() => _host = null;

    public void Dispose()
    {
        End();
        _folder.Dispose();
    }
}
