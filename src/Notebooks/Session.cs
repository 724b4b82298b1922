namespace Notebooks;

/// <summary>A C# session: cells run one after the other, each seeing the names of the earlier ones.</summary>
public sealed class Session : IDisposable
{
    private Session(SessionOptions options) => Options = options;

    /// <summary>What the session started from.</summary>
    public SessionOptions Options { get; }

    /// <summary>Starts a session. A process has one at a time: the console, the working directory and the formatters belong to it.</summary>
    public static Session Create(SessionOptions options) => new(options);

    /// <summary>Runs a cell.</summary>
    /// <param name="code">The cell's text, directives included.</param>
    /// <param name="cellName">What warnings, errors and stack traces call the cell.</param>
    /// <param name="output">Takes what the cell shows, as it comes and in order; never two calls at a time.</param>
    /// <param name="cancellationToken">Stops the cell, in a loop as well as in an await.</param>
    public Task<CellResult> RunAsync(string code, string cellName, Action<CellOutput> output, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Gives the console back.</summary>
    public void Dispose()
    {
    }
}
