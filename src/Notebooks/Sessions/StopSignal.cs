namespace Notebooks;

/// <summary>Stops a cell: by its token, by aborting its loops (see <see cref="StoppableExecution"/>), and by waking its threads where they wait.</summary>
#pragma warning disable CA1001 // Owns a disposable and is none: a thread may be cancelling the source for ever.
internal sealed class StopSignal
#pragma warning restore CA1001
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _source = new();
    private readonly HashSet<Thread> _threads = [];

    /// <summary>Is cancelled when the cell is to stop.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Stops the cell. Returns at once: cancelling waits for the cell to react, which it may never do.</summary>
    /// <param name="patience">How long to go on waking threads that wait.</param>
    public void Fire(TimeSpan patience)
    {
        new Thread(_source.Cancel) { IsBackground = true, Name = "Stop a cell" }.Start();
        new Thread(() => Wake(patience)) { IsBackground = true, Name = "Wake a cell" }.Start();
    }

    /// <summary>From here until <see cref="Leave"/>, this thread runs the cell's code and may be woken.</summary>
    public void Enter()
    {
        lock (_threads)
            _threads.Add(Thread.CurrentThread);
    }

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    public void Leave()
    {
        lock (_threads)
            _threads.Remove(Thread.CurrentThread);
        if (!Token.IsCancellationRequested)
            return;
        try
        {
            Thread.Sleep(1); // takes the wake-up that found the thread awake, so that it does not hit whoever waits next
        }
        catch (ThreadInterruptedException)
        {
        }
    }

    private void Wake(TimeSpan patience)
    {
        for (var left = patience; left > TimeSpan.Zero; left -= Pause)
        {
            Thread.Sleep(Pause); // a loop, or a task that knows the token, needs no waking
            lock (_threads)
            {
                if (_threads.Count == 0)
                    return;
                foreach (var thread in _threads)
                    thread.Interrupt();
            }
        }
    }
}
