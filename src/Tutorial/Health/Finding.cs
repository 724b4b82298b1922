namespace Tutorial.Health;

/// <summary>One thing that was looked at.</summary>
/// <param name="What">What it is, in a few words.</param>
/// <param name="Found">What is there, or what is wrong.</param>
/// <param name="Remedy">What to do about it; null when it is well.</param>
/// <param name="Needed">The main job does not work without it.</param>
sealed record Finding(string What, string Found, string? Remedy = null, bool Needed = false)
{
    /// <summary>Nothing has to be done.</summary>
    public bool IsWell => Remedy is null;
}
