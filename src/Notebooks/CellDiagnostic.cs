namespace Notebooks;

/// <summary>A warning or an error at a place of a cell as its reader sees it.</summary>
/// <param name="IsError">An error, which keeps the cell from running, or a warning.</param>
/// <param name="Id">Such as <c>CS0103</c> or <c>NU1101</c>.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="Start">The first character.</param>
/// <param name="End">Just past the last character.</param>
public sealed record CellDiagnostic(bool IsError, string Id, string Message, CellPosition Start, CellPosition End)
{
    /// <summary>For instance <c>cell 'loss', line 2, column 5: error CS0103: …</c>.</summary>
    public override string ToString() => $"{Start}: {(IsError ? "error" : "warning")} {Id}: {Message}";
}
