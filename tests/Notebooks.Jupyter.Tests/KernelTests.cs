using System.Text.Json.Nodes;

namespace Notebooks.Jupyter.Tests;

/// <summary>One kernel for all of these, as one kernel serves a notebook; each test has names of its own.</summary>
public sealed class KernelTests(KernelProcess kernel) : IClassFixture<KernelProcess>, IDisposable
{
    readonly TestClient _client = new(kernel.Connection);

    public void Dispose() => _client.Dispose();

    static string Type(Reply reply) => reply.Type;

    [Fact]
    public void A_value_is_published_and_the_cell_before_it()
    {
        var (reply, published) = _client.Execute("6 * 7");
        Assert.Equal("ok", reply.Text("status"));
        Assert.Equal(["execute_input", "execute_result"], published.Select(Type));
        Assert.Equal("6 * 7", published[0].Text("code"));
        Assert.Equal("42", published[1].Plain);
        Assert.Equal(reply.Content.Number("execution_count"), published[1].Content.Number("execution_count"));
    }

    [Fact]
    public void A_silent_cell_runs_unseen_and_uncounted()
    {
        var before = _client.Execute("0").Reply.Content.Number("execution_count");
        var (reply, published) = _client.Execute("var unseen = 5; display(unseen); Console.WriteLine(unseen); unseen", silent: true);
        Assert.Equal("ok", reply.Text("status"));
        Assert.Empty(published);
        Assert.Equal("5", _client.Value("unseen"));
        Assert.Equal(before + 2, _client.Execute("0").Reply.Content.Number("execution_count"));
    }

    [Fact]
    public void A_cell_that_is_not_stored_is_seen_and_uncounted()
    {
        var before = _client.Execute("0").Reply.Content.Number("execution_count");
        var (_, published) = _client.Execute("\"not stored\"", storeHistory: false);
        Assert.Equal("not stored", published[^1].Plain);
        Assert.Equal(before + 1, _client.Execute("0").Reply.Content.Number("execution_count"));
        var history = _client.Ask("history_request", new() { ["hist_access_type"] = "search", ["pattern"] = "*not stored*", ["raw"] = true, ["output"] = false });
        Assert.Equal(0, history.Content.GetProperty("history").GetArrayLength());
    }

    [Fact]
    public void Expressions_are_evaluated_after_the_cell()
    {
        var (reply, published) = _client.Execute("var expressed = 3;", expressions: new() { ["good"] = "expressed + 1", ["bad"] = "expressed +", ["worse"] = "int.Parse(\"x\")" });
        var values = reply.Content.GetProperty("user_expressions");
        Assert.Equal("4", values.GetProperty("good").GetProperty("data").Text("text/plain"));
        Assert.Equal("error", values.GetProperty("bad").Text("status"));
        Assert.Equal("System.FormatException", values.GetProperty("worse").Text("ename"));
        Assert.Equal(["execute_input"], published.Select(Type)); // nothing of them is published
    }

    [Fact]
    public void Text_comes_in_order_and_before_the_reply()
    {
        var (_, published) = _client.Execute("Console.Write(1); Console.Error.Write(2); Console.WriteLine(3); display(4); Console.Write(5);");
        Assert.Equal(
            ["stdout:1", "stderr:2", "stdout:3\n", "4", "stdout:5"],
            published.Skip(1).Select(p => p.Type == "stream" ? $"{p.Text("name")}:{p.Text("text")}" : p.Plain));
    }

    [Fact]
    public void An_update_carries_the_id_of_its_display_also_from_a_later_cell()
    {
        var (_, first) = _client.Execute("var shown = display(\"before\");");
        var (_, second) = _client.Execute("shown.Update(\"after\");");
        static string? Id(Reply reply) => reply.Content.GetProperty("transient").Text("display_id");
        Assert.Equal("display_data", first[^1].Type);
        Assert.Equal("update_display_data", second[^1].Type);
        Assert.Equal(Id(first[^1]), Id(second[^1]));
        Assert.Equal("after", second[^1].Plain);
    }

    [Fact]
    public void JSON_travels_as_an_object()
    {
        var (_, published) = _client.Execute("""display("{\"data\": [1]}".DisplayAs("application/vnd.plotly.v1+json")); "{\"a\": 1}".DisplayAs("application/json");""");
        var bundles = published.Where(p => p.Type == "display_data").Select(p => p.Content.GetProperty("data")).ToList();
        Assert.Contains(bundles, data => data.TryGetProperty("application/vnd.plotly.v1+json", out var chart) && chart.GetProperty("data")[0].GetInt32() == 1);
        Assert.Contains(bundles, data => data.TryGetProperty("application/json", out var json) && json.GetProperty("a").GetInt32() == 1);
    }

    [Fact]
    public void An_exception_points_into_the_cell()
    {
        var (reply, published) = _client.Execute("var reached = 1;\n\nthrow new InvalidOperationException(\"here\");");
        Assert.Equal("error", published[^1].Type);
        Assert.Equal("System.InvalidOperationException", reply.Text("ename"));
        Assert.Equal("here", reply.Text("evalue"));
        var traceback = string.Join('\n', reply.Content.GetProperty("traceback").EnumerateArray().Select(line => line.GetString()));
        Assert.Contains($"cell {reply.Content.Number("execution_count")}, line 3", traceback);
        Assert.DoesNotContain("Notebooks.", traceback);
        Assert.Equal("1", _client.Value("reached"));
    }

    [Fact]
    public void A_compile_error_points_into_the_cell()
    {
        var (reply, published) = _client.Execute("var x = 1;\nvar y = nowhere;");
        Assert.Equal(["execute_input", "error"], published.Select(Type));
        Assert.Contains("line 2, column 9", reply.Text("evalue"));
    }

    [Fact]
    public void After_an_error_the_cells_that_wait_are_aborted()
    {
        string[] ids = [_client.SendExecute("throw new Exception();"), _client.SendExecute("var aborted1 = 1;"), _client.SendExecute("var aborted2 = 1;")];
        Assert.Equal(["error", "aborted", "aborted"], ids.Select(id => _client.ReplyTo(id).Text("status")));
        Assert.Equal("ok", _client.Execute("var aborted1 = 2;").Reply.Text("status"));
        Assert.Equal("2", _client.Value("aborted1"));
        Assert.Equal("error", _client.Execute("aborted2").Reply.Text("status"));
    }

    [Fact]
    public void Without_stop_on_error_they_are_run()
    {
        string[] ids = [_client.SendExecute("throw new Exception();", stopOnError: false), _client.SendExecute("1")];
        Assert.Equal(["error", "ok"], ids.Select(id => _client.ReplyTo(id).Text("status")));
    }

    [Theory]
    [InlineData("Console.ReadLine()", "", false)]
    [InlineData("input(\"Your name? \")", "Your name? ", false)]
    [InlineData("password(\"Secret: \")", "Secret: ", true)]
    public void A_question_reaches_the_reader_and_the_answer_the_cell(string code, string prompt, bool isPassword)
    {
        var id = _client.SendExecute(code);
        var question = _client.Question();
        Assert.Equal((prompt, isPassword), (question.Text("prompt"), question.Content.Flag("password")));
        _client.Answer("ŷ 😀");
        Assert.Equal("ok", _client.ReplyTo(id).Text("status"));
        Assert.Equal("ŷ 😀", _client.PublishedFor(id)[^1].Plain);
    }

    [Fact]
    public void The_end_of_input_is_null()
    {
        var id = _client.SendExecute("Console.ReadLine() is null");
        _client.Question();
        _client.Answer("\u0004");
        _client.ReplyTo(id);
        Assert.Equal("True", _client.PublishedFor(id)[^1].Plain, ignoreCase: true);
    }

    [Fact]
    public void A_client_without_a_reader_is_not_asked()
    {
        var id = _client.SendExecute("Console.ReadLine()", allowStdin: false);
        Assert.Contains("this client cannot answer", _client.ReplyTo(id).Text("evalue"));
    }

    [Fact]
    public void A_question_can_be_interrupted()
    {
        var id = _client.SendExecute("Console.ReadLine()");
        _client.Question();
        Assert.Equal("ok", _client.Ask("interrupt_request", [], onControl: true).Text("status"));
        Assert.Equal("Interrupted", _client.ReplyTo(id).Text("ename"));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("System.Threading.Thread.Sleep(-1);")]
    [InlineData("while (true) Console.WriteLine(\"flood\");")]
    [InlineData("async Task Turn() { while (true) await Task.Yield(); }\nawait Turn();")]
    public void A_cell_that_does_not_end_can_be_interrupted(string code)
    {
        _client.Value("var kept = 11;");
        var id = _client.SendExecute($"display(\"started\");\nvar reachedByInterrupted = 12;\n{code}");
        while (_client.Heard(TestClient.Patience) is { } heard && !(heard.Type == "display_data" && heard.ParentId == id))
        {
        }

        Assert.True(_client.HeartBeats());
        Assert.Equal("kernel_info_reply", _client.Ask("kernel_info_request", [], onControl: true).Type); // while the cell runs
        _client.Ask("interrupt_request", [], onControl: true);
        var reply = _client.ReplyTo(id);
        Assert.Equal(("error", "Interrupted"), (reply.Text("status"), reply.Text("ename")));
        Assert.Equal("23", _client.Value("kept + reachedByInterrupted"));
    }

    [Fact]
    public void A_million_lines_are_capped_and_said_to_be()
    {
        var (reply, published) = _client.Execute("for (var i = 0; i < 1_000_000; i++) Console.WriteLine(i);");
        Assert.Equal("ok", reply.Text("status"));
        var text = string.Concat(published.Where(p => p.Text("name") == "stdout").Select(p => p.Text("text")));
        Assert.Equal(string.Concat(Enumerable.Range(0, OutputLimit.MostLines).Select(i => $"{i}\n")), text);
        Assert.Contains("no longer shown", published[^1].Text("text"));
        Assert.InRange(published.Count, 3, 1000);
    }

    [Fact]
    public void Unknown_messages_are_passed_over()
    {
        _client.Send("moon_request", []);
        _client.Send("comm_msg", []);
        Assert.Equal("1", _client.Value("1"));
        Assert.Contains(kernel.Log, line => line.Contains("moon_request", StringComparison.Ordinal));
    }

    [Fact]
    public void A_widget_is_closed_again()
    {
        var id = _client.Send("comm_open", new() { ["comm_id"] = "w", ["target_name"] = "jupyter.widget", ["data"] = new JsonObject() });
        Reply? heard;
        do
            heard = _client.Heard(TestClient.Patience);
        while (heard is not null && heard.ParentId != id);
        Assert.Equal(("comm_close", "w"), (heard!.Type, heard.Text("comm_id")));
    }

    [Fact]
    public void Debugging_is_refused_politely()
    {
        var reply = _client.Ask("debug_request", new() { ["seq"] = 7, ["type"] = "request", ["command"] = "initialize" }, onControl: true);
        Assert.Equal((7, false, "initialize"), (reply.Content.Number("request_seq"), reply.Content.Flag("success"), reply.Text("command")));
    }

    [Fact]
    public void The_other_requests_are_answered_as_the_protocol_requires()
    {
        Assert.Equal("C#", _client.Ask("kernel_info_request", []).Content.GetProperty("language_info").Text("name"));
        Assert.Empty(_client.Ask("comm_info_request", []).Content.GetProperty("comms").EnumerateObject());
        Assert.Equal(kernel.Connection.Shell, _client.Ask("connect_request", []).Content.Number("shell_port"));
        Assert.Equal("error", _client.Ask("execute_request", new() { ["code"] = 1 }).Text("status"));
    }

    [Fact]
    public void Completion_knows_the_session_its_packages_and_places_in_code_points()
    {
        _client.Value("var sessionNumbers = new[] { 1.5 };\nint SessionTwice(int n) => 2 * n;");
        List<string?> Matches(string code) => [.. _client.Ask("complete_request", new() { ["code"] = code, ["cursor_pos"] = code.EnumerateRunes().Count() })
            .Content.GetProperty("matches").EnumerateArray().Select(match => match.GetString())];
        Assert.Equal(["sessionNumbers", "SessionTwice"], Matches("session"));
        Assert.Equal(["Where"], Matches("sessionNumbers.Wh"));
        var reply = _client.Ask("complete_request", new() { ["code"] = "/*😀*/ Math.Sq", ["cursor_pos"] = 13 });
        Assert.Equal((11, 13), (reply.Content.Number("cursor_start"), reply.Content.Number("cursor_end")));
    }

    [Fact]
    public void Inspection_shows_signature_and_documentation()
    {
        string? Plain(string code) => _client.Ask("inspect_request", new() { ["code"] = code, ["cursor_pos"] = code.Length, ["detail_level"] = 0 }).Plain;
        var sqrt = Plain("Math.Sqrt(");
        Assert.Contains("double Math.Sqrt(double d)", sqrt);
        Assert.Contains("square root", sqrt);
        Assert.False(_client.Ask("inspect_request", new() { ["code"] = "  ", ["cursor_pos"] = 1 }).Content.Flag("found"));
    }

    [Fact]
    public void Two_clients_get_their_own_replies_and_share_the_session()
    {
        using var other = new TestClient(kernel.Connection);
        var mine = Enumerable.Range(0, 20).Select(i => _client.SendExecute($"var shared{i} = {i}; shared{i}")).ToList();
        var theirs = Enumerable.Range(0, 20).Select(i => other.SendExecute($"\"other {i}\"")).ToList();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal("ok", _client.ReplyTo(mine[i]).Text("status"));
            Assert.Equal($"{i}", _client.PublishedFor(mine[i])[^1].Plain);
            Assert.Equal("ok", other.ReplyTo(theirs[i]).Text("status"));
            Assert.Equal($"other {i}", other.PublishedFor(theirs[i])[^1].Plain);
        }

        Assert.Equal("19", other.Value("shared19"));
    }
}
