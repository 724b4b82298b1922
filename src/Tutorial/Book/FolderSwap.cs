namespace Tutorial.Book;

/// <summary>
/// A folder that is written whole or not at all: everything goes into a sibling with a temporary name,
/// which takes the folder's place only at <see cref="Commit"/>. Disposed before that, it leaves no trace.
/// </summary>
sealed class FolderSwap : IDisposable
{
    readonly string _target;

    /// <summary>Starts a new version of <paramref name="target"/>, beside it, so that the swap is a rename.</summary>
    public FolderSwap(string target)
    {
        _target = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        Path = $"{_target}.{Guid.NewGuid():N}.partial";
        Directory.CreateDirectory(Path);
    }

    /// <summary>Where to write until then.</summary>
    public string Path { get; }

    /// <summary>Puts the new folder in the old one's place.</summary>
    public void Commit()
    {
        var previous = $"{Path}.previous";
        var replaces = Directory.Exists(_target);
        if (replaces)
            Directory.Move(_target, previous);
        try
        {
            Directory.Move(Path, _target);
        }
        catch when (replaces)
        {
            Directory.Move(previous, _target);
            throw;
        }

        if (replaces)
            Directory.Delete(previous, recursive: true);
    }

    /// <summary>Removes what was written and not committed.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
