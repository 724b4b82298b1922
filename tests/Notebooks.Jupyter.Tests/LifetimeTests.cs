using System.Diagnostics;

namespace Notebooks.Jupyter.Tests;

public class LifetimeTests
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(false, "1")]
    [InlineData(true, "1")]
    [InlineData(false, "while (true) { }")]
    [InlineData(false, "new System.Threading.Thread(() => { while (true) { } }).Start();")]
    public void A_kernel_that_is_asked_to_goes_down_whatever_runs(bool restart, string code)
    {
        using var kernel = new KernelProcess();
        using var client = new TestClient(kernel.Connection);
        client.SendExecute(code);
        var reply = client.Ask("shutdown_request", new() { ["restart"] = restart }, onControl: true);
        Assert.Equal(restart, reply.Content.Flag("restart"));
        Assert.True(kernel.WaitForExit(Soon));
        Assert.Equal(0, kernel.ExitCode);
    }

    [Fact] // A regular expression that backtracks for years: code of .NET itself, into which no stop point is compiled.
    public void A_cell_that_cannot_be_stopped_ends_the_kernel_and_the_reader_is_told()
    {
        using var kernel = new KernelProcess();
        using var client = new TestClient(kernel.Connection);
        var id = client.SendExecute("display(\"started\");\nnew System.Text.RegularExpressions.Regex(\"(a+)+$\").IsMatch(new string('a', 60) + \"!\")");
        while (client.Heard(TestClient.Patience) is { } heard && !(heard.Type == "display_data" && heard.ParentId == id))
        {
        }

        client.Ask("interrupt_request", [], onControl: true);
        var reply = client.ReplyTo(id);
        Assert.Equal("Interrupted", reply.Text("ename"));
        Assert.Contains("All names of the session are lost", reply.Text("evalue"));
        Assert.True(kernel.WaitForExit(Soon));
        Assert.Equal(1, kernel.ExitCode);
    }

    [Fact]
    public void Killed_and_started_again_it_works_and_leaves_no_process()
    {
        int killed;
        using (var kernel = new KernelProcess())
        {
            using var client = new TestClient(kernel.Connection);
            client.SendExecute("while (true) { }");
            killed = kernel.Id;
            kernel.Kill();
            Assert.True(kernel.WaitForExit(Soon));
        }

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(killed));
        using var next = new KernelProcess();
        using var nextClient = new TestClient(next.Connection);
        Assert.Equal("2", nextClient.Value("1 + 1"));
    }

    [Fact]
    public void It_does_not_outlive_the_program_that_started_it()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("On Windows a client's end takes its children with it.");
        using var parent = Process.Start("sleep", "600");
        using var kernel = new KernelProcess(parent.Id);
        using var client = new TestClient(kernel.Connection);
        Assert.Equal("2", client.Value("1 + 1"));
        parent.Kill();
        Assert.True(kernel.WaitForExit(Soon));
    }

    [Fact]
    public void A_thousand_cells_keep_memory_and_answers()
    {
        using var kernel = new KernelProcess();
        using var client = new TestClient(kernel.Connection);
        void Run(int from, int to)
        {
            for (var i = from; i < to; i++)
                Assert.Equal($"{i + 1}", client.Value($"var n{i % 50} = {i}; Func<int, int> f{i % 50} = x => x + n{i % 50}; f{i % 50}(1)"));
        }

        Run(0, 200);
        var before = kernel.MemoryBytes;
        Run(200, 1000);
        Assert.InRange((kernel.MemoryBytes - before) >> 20, -1000, 100);
        Assert.Equal(50, client.Ask("complete_request", new() { ["code"] = "n", ["cursor_pos"] = 1 }).Content
            .GetProperty("matches").EnumerateArray().Count(match => int.TryParse(match.GetString()![1..], out _)));
    }

    [Fact]
    public void A_connection_file_that_cannot_be_used_is_said_to_be_so()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder, "connection.json");
        File.WriteAllText(file, "{}");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [KernelProcess.Program, "kernel", "start", file]) { RedirectStandardError = true })!;
        Assert.Contains("transport is expected to be a text, but is missing", process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(2, process.ExitCode);
    }
}
