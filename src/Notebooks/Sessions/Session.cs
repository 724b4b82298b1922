using System.Globalization;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebooks;

/// <summary>A C# session: cells run one after the other, each seeing the names of the earlier ones.</summary>
public sealed class Session : IDisposable
{
    /// <summary>How long a stopped cell has to give up its threads.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private static Session? s_alive;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly CellConsole _console = new();
    private readonly CellRunner _runner;
    private bool _isLost;

    private Session(SessionOptions options)
    {
        Options = options with { WorkingDirectory = Path.GetFullPath(options.WorkingDirectory) };
        Formatter.ResetToDefault(); // what an earlier session registered is not this one's
        _runner = new CellRunner(Options);
        _ = WarmUp.Once.Value;
    }

    /// <summary>What the session started from.</summary>
    public SessionOptions Options { get; }

    /// <summary>Help with the code of a cell that is being written.</summary>
    public LanguageHelp Language => _runner.Language;

    /// <summary>Starts a session.</summary>
    /// <exception cref="InvalidOperationException">
    /// Another session is alive. A process has one at a time, because the console, the working directory and the formatters are the process's.
    /// </exception>
    public static Session Create(SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!Directory.Exists(options.WorkingDirectory))
            throw new DirectoryNotFoundException($"Session.Create expects a working directory that exists, but got {options.WorkingDirectory}.");
        lock (typeof(Session))
        {
            if (s_alive is not null)
                throw new InvalidOperationException("Session.Create: another session is alive in this process. Dispose of it first.");
            return s_alive = new Session(options);
        }
    }

    /// <summary>Loads and compiles what the first cell of a process would wait for. Worth starting early, beside other work.</summary>
    public static Task WarmUpAsync() => WarmUp.Once.Value;

    /// <summary>Runs a cell. Cells asked for while another runs wait for their turn.</summary>
    /// <param name="code">The cell's text, directives included.</param>
    /// <param name="cellName">What warnings, errors and stack traces call the cell, for instance <c>cell 'loss'</c>.</param>
    /// <param name="output">Takes what the cell shows, as it comes and in order; never two calls at a time.</param>
    /// <param name="cancellationToken">Stops the cell, in a loop as well as in an await.</param>
    /// <returns>How it ended. An error was shown to <paramref name="output"/> too.</returns>
    /// <exception cref="InvalidOperationException">An earlier cell could not be stopped, so that the session is lost.</exception>
    public async Task<CellResult> RunAsync(string code, string cellName, Action<CellOutput> output, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isLost)
                throw new InvalidOperationException("An earlier cell of this session could not be stopped and still runs. Start a new session.");
            return await RunOnOwnThread(code, cellName, new OutputSink(output), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Gives the console back. A cell that still runs is left behind.</summary>
    public void Dispose()
    {
        lock (typeof(Session))
        {
            if (s_alive != this)
                return;
            s_alive = null;
            _console.Dispose();
            _turn.Dispose();
        }
    }

    private async Task<CellResult> RunOnOwnThread(string code, string cellName, OutputSink sink, CancellationToken cancellationToken)
    {
        var stop = new StopSignal();
        using var whenCancelled = cancellationToken.UnsafeRegister(_ => stop.Fire(), null);
        var done = new TaskCompletionSource<CellResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => RunHere(code, cellName, sink, done, stop), maxStackSize: 16 << 20) { IsBackground = true, Name = cellName };
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Options.WorkingDirectory;
        thread.Start();
        await Task.WhenAny(done.Task, WhenCancelledFor(Grace, done.Task, cancellationToken)).ConfigureAwait(false);
        Environment.CurrentDirectory = before;
        if (done.Task.IsCompleted)
            return await done.Task.ConfigureAwait(false);
        _isLost = true;
        sink.Flush();
        return new CellResult.Cancelled(StillRunning: true);
    }

    private void RunHere(string code, string cellName, OutputSink sink, TaskCompletionSource<CellResult> done, StopSignal stop)
    {
        // Outputs are the same whatever the reader's language is.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            done.SetResult(_runner.Run(code, cellName, sink, stop));
        }
        catch (Exception e)
        {
            done.SetException(e);
        }
    }

    private static async Task WhenCancelledFor(TimeSpan time, Task unless, CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource();
        using var registration = cancellationToken.UnsafeRegister(_ => cancelled.TrySetResult(), null);
        if (await Task.WhenAny(cancelled.Task, unless).ConfigureAwait(false) != unless)
            await Task.Delay(time, CancellationToken.None).ConfigureAwait(false);
    }
}
