namespace Notebooks;

/// <summary>Runs a cell's code so that a <see cref="StopSignal"/> knows its threads: the code itself, and what follows its awaits.</summary>
/// <remarks>
/// What follows an await goes to the thread pool, as it would without this, and never to one thread only: a cell that blocks on a task
/// does not wait for itself.
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
            var task = execution.Known(code);
            try
            {
                task.Wait(stop.Token);
            }
            catch (AggregateException)
            {
                // rethrown below, as it was thrown
            }

            stop.Token.ThrowIfCancellationRequested();
            return task.GetAwaiter().GetResult();
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
            Known(() =>
            {
                d(state);
                return true;
            });
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

    private T Known<T>(Func<T> code)
    {
        Interlocked.Increment(ref _running);
        _stop.Enter();
        try
        {
            return code();
        }
        finally
        {
            _stop.Leave();
            Interlocked.Decrement(ref _running);
        }
    }
}
