namespace Notebooks;

/// <summary>
/// Stops a cell: by a token, which the cell's compiled code asks in every loop and at the start of every method (see
/// <see cref="ScriptCompiler"/>), and by waking its threads where they wait.
/// </summary>
/// <remarks>
/// Not stopped: a loop inside a library that never calls back into the cell, and native code. .NET could abort the thread
/// (<c>System.Runtime.ControlledExecution</c>), but on Linux that ends the process more often than not when the loop makes calls.
/// </remarks>
#pragma warning disable CA1001 // Owns a disposable and is none: what a cell left behind may go on asking the token.
internal sealed class StopSignal
#pragma warning restore CA1001
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>A thread that is found waiting so often in a row waits for something that will not come soon.</summary>
    private const int Looks = 5;

    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<Thread> _threads = [];

    /// <summary>Is cancelled when the cell is to stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Stops the cell. Returns at once.</summary>
    public void Fire() => new Thread(Stop) { IsBackground = true, Name = "Stop a cell" }.Start();

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
            Thread.Sleep(1); // takes a wake-up that came too late, so that it does not hit whoever waits next on this thread
        }
        catch (ThreadInterruptedException)
        {
        }
    }

    private void Stop()
    {
        _stop.Cancel();
        for (var waiting = FindWaiting(); waiting is not null; waiting = FindWaiting())
        {
            lock (_threads)
            {
                foreach (var thread in waiting.Where(_threads.Contains))
                    thread.Interrupt();
            }
        }
    }

    /// <summary>The cell's threads that do nothing but wait, or null when the cell has no threads any more.</summary>
    private HashSet<Thread>? FindWaiting()
    {
        HashSet<Thread> waiting;
        lock (_threads)
            waiting = [.. _threads];
        if (waiting.Count == 0)
            return null;
        for (var look = 0; look < Looks; look++)
        {
            Thread.Sleep(Pause);
            waiting.RemoveWhere(thread => (thread.ThreadState & ThreadState.WaitSleepJoin) == 0);
        }

        return waiting;
    }
}
