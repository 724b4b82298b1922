using System.Runtime;

namespace Notebooks;

/// <summary>
/// Runs code that can be stopped from outside, also in a loop that asks no token: the code itself, and what follows its awaits.
/// </summary>
/// <remarks>
/// What follows an await goes to the thread pool, as it would without this, and never to one thread only: a cell that blocks on a task
/// does not wait for itself. Not stopped: native code, an endless <c>finally</c> block or static constructor, and work that the cell
/// gave to other threads.
/// </remarks>
internal sealed class StoppableExecution : SynchronizationContext
{
    private readonly StopSignal _stop;
    private int _running;

    private StoppableExecution(StopSignal stop) => _stop = stop;

    /// <summary>Runs code to its end on this thread and, where it awaits, on others.</summary>
    /// <exception cref="OperationCanceledException">The code was stopped.</exception>
    public static T Run<T>(Func<Task<T>> code, StopSignal stop)
    {
        var execution = new StoppableExecution(stop);
        var before = Current;
        SetSynchronizationContext(execution);
        try
        {
            Task<T>? task = null;
            execution.Stoppable(() => task = code());
            try
            {
                task!.Wait(stop.Token);
            }
            catch (AggregateException)
            {
                // rethrown below, as it was thrown
            }

            stop.Token.ThrowIfCancellationRequested();
            return task!.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
            if (stop.Token.IsCancellationRequested) // what follows an await is being stopped too
                SpinWait.SpinUntil(() => Volatile.Read(ref execution._running) == 0);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => ThreadPool.QueueUserWorkItem(_ =>
    {
        SetSynchronizationContext(this);
        try
        {
            Stoppable(() => d(state));
        }
        catch (Exception) when (_stop.Token.IsCancellationRequested)
        {
            // the cell's own thread waits on the same token
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e); // from an `async void` that nobody awaits; it would end the process
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    });

    public override SynchronizationContext CreateCopy() => this;

    private void Stoppable(Action action)
    {
        Interlocked.Increment(ref _running);
        _stop.Enter();
        try
        {
#pragma warning disable SYSLIB0046 // An abort can leave a lock or a structure half changed. A reader who stops a loop, or whose cell is out of time, has no other way short of losing the session.
            ControlledExecution.Run(action, _stop.Token);
#pragma warning restore SYSLIB0046
        }
        finally
        {
            _stop.Leave();
            Interlocked.Decrement(ref _running);
        }
    }
}
