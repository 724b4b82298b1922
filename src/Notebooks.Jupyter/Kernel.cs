using System.Runtime.InteropServices;

namespace Notebooks.Jupyter;

/// <summary>A C# kernel for Jupyter's clients.</summary>
public static class Kernel
{
    /// <summary>How long leaving may take before the process is ended all the same: a cell's own threads and finalizers may hold it up.</summary>
    private static readonly TimeSpan TimeToLeave = TimeSpan.FromSeconds(5);

    /// <summary>Serves clients until one of them asks the kernel to go down, or the program that started it has gone.</summary>
    /// <param name="connectionFile">The file that the client wrote.</param>
    /// <param name="options">What the session starts from; input is the kernel's own.</param>
    /// <returns>The exit code: 0 after a shutdown that was asked for.</returns>
    /// <exception cref="ConnectionFileException">The file cannot be used.</exception>
    public static async Task<int> RunAsync(string connectionFile, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var warmUp = Session.WarmUpAsync(); // beside everything below, and beside the client, which connects meanwhile
        var error = Console.Error; // the session puts itself in the place of the console
        void Log(string message) => error.WriteLine($"[{KernelInfo.Name}] {message}");

        // A package is restored by programs of the SDK, which would wait for more work for minutes after the kernel has ended.
        Environment.SetEnvironmentVariable("MSBUILDDISABLENODEREUSE", "1");
        var connection = ConnectionFile.Read(connectionFile);
        using var wire = new Wire(connection.Key);
        KernelSockets? sockets = null;
        KernelLoop? loop = null;
        void Send(Channel channel, OutgoingMessage message) => sockets!.Send(channel, message);
        using var questions = new Questions(Send);
        var ready = new TaskCompletionSource();
        sockets = new KernelSockets(
            connection,
            wire,
            (channel, message) =>
            {
                ready.Task.Wait();
                loop!.Receive(channel, message);
            },
            new DropLog(Log));
        var session = Session.Create(options with { Input = questions.AskAsync });
        loop = new KernelLoop(connection, session, questions, Send, Log);
        ready.SetResult();

        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true; // Ctrl+C in the server's terminal reaches the kernel too, and is meant for the server
            loop.Interrupt();
        });
        var terminated = new TaskCompletionSource();
        using var terminating = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            terminated.TrySetResult();
        });
        await Task.WhenAny(loop.Ended, terminated.Task, ParentProcess.Gone()).ConfigureAwait(false);

        var code = loop.Ended is { IsCompleted: true, Result: false } ? 1 : 0;
        EndSoon(code);
        sockets.Dispose();
        return code;
    }

    private static void EndSoon(int code) => new Thread(() =>
    {
        Thread.Sleep(TimeToLeave);
        Environment.FailFast(null);
    })
    { IsBackground = true, Name = "End the kernel" }.Start();
}
