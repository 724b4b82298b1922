namespace Notebooks;

/// <summary>A file that should be a notebook cannot be read as one. The message names the file, what is wrong and what to do.</summary>
public sealed class NotebookFormatException : Exception
{
    /// <summary>Says what is wrong with which file.</summary>
    public NotebookFormatException(string file, string problem, Exception? innerException = null)
        : base($"{file}: {problem}", innerException) => File = file;

    /// <summary>The file that was read.</summary>
    public string File { get; }
}
