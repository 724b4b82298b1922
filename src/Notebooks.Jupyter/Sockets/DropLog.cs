namespace Notebooks.Jupyter;

/// <summary>Logs what was dropped, and does not let a flood of it fill the log: the first ten, then every power of two.</summary>
internal sealed class DropLog(Action<string> log)
{
    private long _count;

    /// <summary>How many were dropped.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Counts and logs a message that was dropped.</summary>
    public void Add(Channel channel, string problem)
    {
        var count = Interlocked.Increment(ref _count);
        if (count <= 10 || long.IsPow2(count))
            log($"Dropped a message on {channel}: {problem}. It is the {count}. one dropped, and nothing of it was run.");
    }
}
