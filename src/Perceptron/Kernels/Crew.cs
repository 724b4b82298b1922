namespace Perceptron;

/// <summary>
/// Threads that take one chunk after the other, the caller's own among them. Who takes which is left to chance: every
/// chunk has its own place for its sum. Helpers are lent by the pool, wait a little for the next call, and then go back.
/// </summary>
sealed class Crew
{
    // About the time that the pool needs to bring a helper back.
    const int PatientSpins = 2000;

    readonly Pass first;
    readonly Helper[] helpers;
    readonly int chunks;
    int next, done;
    bool withLoss;

    public Crew(Pass[] passes, int chunks)
    {
        (first, this.chunks, next) = (passes[0], chunks, chunks);
        helpers = [.. passes.Skip(1).Select(pass => new Helper(this, pass))];
    }

    /// <summary>Runs all chunks, and returns when the last one is done.</summary>
    public void Run(bool loss)
    {
        withLoss = loss;
        if (helpers.Length == 0)
        {
            for (var chunk = 0; chunk < chunks; chunk++)
                first.Run(chunk, loss);
            return;
        }
        done = 0;
        // From here on helpers may take chunks, also one that still ran from the last call.
        Volatile.Write(ref next, 0);
        foreach (var helper in helpers)
            helper.Wake();
        Work(first);
        var wait = new SpinWait();
        while (Volatile.Read(ref done) < chunks)
            wait.SpinOnce(sleep1Threshold: -1);
    }

    bool HasWork => Volatile.Read(ref next) < chunks;

    void Work(Pass pass)
    {
        while (HasWork && Interlocked.Increment(ref next) - 1 is var chunk && chunk < chunks)
        {
            pass.Run(chunk, withLoss);
            Interlocked.Increment(ref done);
        }
    }

    sealed class Helper(Crew crew, Pass pass) : IThreadPoolWorkItem
    {
        int awake;

        public void Wake()
        {
            if (Interlocked.Exchange(ref awake, 1) == 0)
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public void Execute()
        {
            do
            {
                for (var spins = 0; spins < PatientSpins; spins++)
                {
                    if (crew.HasWork)
                    {
                        crew.Work(pass);
                        spins = 0;
                    }
                    Thread.SpinWait(1);
                }
                Volatile.Write(ref awake, 0);
            }
            // Work that came between the last look and the line above woke nobody.
            while (crew.HasWork && Interlocked.Exchange(ref awake, 1) == 0);
        }
    }
}
