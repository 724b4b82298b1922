using System.CommandLine;
using System.Text;
using Notebooks;
using Tutorial.Running;
using Tutorial.Serving;

namespace Tutorial.Commands;

/// <summary><c>serve</c>: runs cells for the VS Code extension, which starts it. The reader does not.</summary>
static class ServeCommand
{
    /// <summary>How long leaving may take before the process is ended all the same: a cell's own threads may hold it up.</summary>
    static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(5);

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("serve", "Run cells for the VS Code extension, over standard input and output. The extension starts this, not you.");
        command.SetAction((_, _) => RunAsync());
        return command;
    }

    /// <summary>Serves until standard input ends.</summary>
    public static async Task<int> RunAsync()
    {
        _ = Session.WarmUpAsync(); // beside everything below
        // A package is restored by programs of the SDK, which would wait for more work for minutes after the host has ended.
        Environment.SetEnvironmentVariable("MSBUILDDISABLENODEREUSE", "1");

        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        var lines = new MessageLines(Console.OpenStandardOutput());
        // What is not a message and is written outside of a cell goes to the log; and nothing in this process reads the extension's requests.
        Console.SetOut(Console.Error);
        Console.SetIn(TextReader.Null);

        using var host = new Host(new() { Formatters = [new PlotlyNetCharts().Formatter] }, lines.Add);
        await Task.WhenAny(host.Lost, Task.Run(async () =>
        {
            while (await input.ReadLineAsync() is { } line)
                host.Receive(line);
        }));

        EndSoon();
        await lines.EndAsync();
        Environment.Exit(ExitCode.Done); // also out of a cell that still runs
        return ExitCode.Done;
    }

    static void EndSoon() => new Thread(() =>
    {
        Thread.Sleep(TimeToLeave);
        Environment.FailFast(null);
    })
    { IsBackground = true, Name = "End the host" }.Start();
}
