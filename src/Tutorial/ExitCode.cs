namespace Tutorial;

/// <summary>What the program tells the shell.</summary>
static class ExitCode
{
    /// <summary>Everything that was asked for was done.</summary>
    public const int Done = 0;

    /// <summary>It was tried, and something in it failed: a cell, a check.</summary>
    public const int Failed = 1;

    /// <summary>It could not be tried: bad usage.</summary>
    public const int Usage = 2;

    /// <summary>The reader stopped it, as shells say it for Ctrl+C.</summary>
    public const int Stopped = 130;
}
