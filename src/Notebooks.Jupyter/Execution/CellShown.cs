namespace Notebooks.Jupyter;

/// <summary>What one cell shows: handed on, within the limit for text, and its value and its error remembered for the reply.</summary>
internal sealed class CellShown
{
    private readonly OutputLimit _limit;

    public CellShown(Action<CellOutput> output) => _limit = new(output);

    /// <summary>The cell's value as plain text, or null.</summary>
    public string? Value { get; private set; }

    /// <summary>Why the cell failed, or null.</summary>
    public CellOutput.Error? Error { get; private set; }

    public void Take(CellOutput output)
    {
        if (output is CellOutput.Result result)
            Value = result.Data.Find("text/plain");
        if (output is CellOutput.Error error)
            Error = error;
        _limit.Take(output);
    }
}
