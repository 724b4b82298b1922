namespace Notebooks.Tests;

public class CellConsoleTests
{
    [Fact]
    public async Task Text_errors_and_displays_come_in_order()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("Console.Write(1); Console.Write('a'); Console.Error.WriteLine(\"e\"); display(\"d\"); Console.WriteLine(2); \"r\"");
        Assert.Collection(
            shown.Outputs,
            o => Assert.Equal(new CellOutput.Stream("stdout", "1a"), o),
            o => Assert.Equal(new CellOutput.Stream("stderr", "e\n"), o),
            o => Assert.Equal("d", Assert.IsType<CellOutput.Display>(o).Data["text/plain"]),
            o => Assert.Equal(new CellOutput.Stream("stdout", "2\n"), o),
            o => Assert.Equal("r", Assert.IsType<CellOutput.Result>(o).Data["text/plain"]));
    }

    [Fact]
    public async Task Threads_and_tasks_that_a_cell_starts_write_to_it()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("await Task.Run(() => Console.Write(1)); var t = new System.Threading.Thread(() => Console.Write(2)); t.Start(); t.Join();");
        Assert.Equal("12", shown.Out);
    }

    [Fact]
    public async Task The_hosts_own_text_is_not_the_cells_and_the_console_is_given_back()
    {
        var (before, host) = (Console.Out, new StringWriter());
        Console.SetOut(host);
        try
        {
            var mine = Console.Out;
            using (var folder = new TemporaryFolder())
            using (var session = Session.Create(new() { WorkingDirectory = folder.Path }))
            {
                var seen = new List<CellOutput>();
                await session.RunAsync("Console.WriteLine(\"from the cell\");", "cell 'a'", output =>
                {
                    seen.Add(output);
                    Console.Write("from the host; "); // while it takes the cell's output
                }, TestContext.Current.CancellationToken);
                Console.Write("after");
                Assert.Equal([new CellOutput.Stream("stdout", "from the cell\n")], seen);
            }

            Assert.Same(mine, Console.Out);
            Assert.Equal("from the host; after", host.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    [Fact]
    public async Task Without_a_reader_a_question_is_an_error_that_says_so()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("Console.ReadLine()");
        Assert.Contains("nobody is there to answer", Assert.IsType<CellResult.Threw>(shown.Result).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_answers_questions()
    {
        var asked = new List<InputRequest>();
        using var session = new TestSession(o => o with
        {
            Input = (request, _) =>
            {
                asked.Add(request);
                return Task.FromResult<string?>("answer");
            },
        });
        Assert.Equal("answer|answer|a|nswer|answer", (await session.RunAsync(
            "Console.ReadLine() + '|' + input(\"who? \") + '|' + (char)Console.Read() + '|' + Console.ReadLine() + '|' + password(\"word? \")")).Value);
        Assert.Equal([new("", false), new("who? ", false), new("", false), new("word? ", true)], asked);
    }

    [Fact]
    public async Task A_waiting_question_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var session = new TestSession(o => o with
        {
            Input = async (_, token) =>
            {
                stop.Cancel();
                await Task.Delay(-1, CancellationToken.None); // a host that does not listen
                return null;
            },
        });
        Assert.IsType<CellResult.Cancelled>((await session.RunUntilAsync("Console.ReadLine()", stop.Token)).Result);
    }
}
