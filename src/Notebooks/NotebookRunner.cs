namespace Notebooks;

/// <summary>Runs notebooks from top to bottom without a reader.</summary>
public static class NotebookRunner
{
    /// <summary>Runs the code cells in a fresh session and stops at the first that fails, except for cells tagged <c>raises-exception</c>.</summary>
    /// <param name="notebook">What to run; it is not changed.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="progress">Is told of every cell; may be null.</param>
    /// <param name="cancellationToken">Ends the run, with a <see cref="CellFailureKind.Cancelled"/> failure.</param>
    public static Task<NotebookRun> RunAsync(Notebook notebook, RunOptions options, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
