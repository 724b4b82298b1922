namespace Notebooks.Interactive;

/// <summary>The running cell, as the code in it sees it: where its displays go, and who answers its questions.</summary>
internal abstract class CellScope
{
    /// <summary>Flows into the tasks and threads that a cell starts, so that their output finds the cell, and nobody else's does.</summary>
    private static readonly AsyncLocal<CellScope?> Running = new();

    public static CellScope Current =>
        Find() ?? throw new InvalidOperationException("This is shown by a running cell, but no cell is running here.");

    public static CellScope? Find() => Running.Value;

    public static void Enter(CellScope? scope) => Running.Value = scope;

    /// <summary>Shows a value in the given mime types, or in those that its type prefers.</summary>
    public abstract DisplayedValue Display(object? value, IReadOnlyList<string> mimeTypes);

    /// <summary>Shows a text as it stands.</summary>
    public abstract DisplayedValue DisplayAs(string content, string mimeType);

    /// <summary>Shows another value where one was displayed.</summary>
    public abstract void Update(object? value, IReadOnlyList<string> mimeTypes, string displayId);

    /// <summary>Takes away what the cell has shown so far.</summary>
    public abstract void ClearOutput(bool wait);

    /// <summary>Asks the reader for a line.</summary>
    public abstract string? Ask(string prompt, bool isPassword);
}
