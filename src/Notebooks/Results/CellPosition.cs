namespace Notebooks;

/// <summary>A place in a cell, or in a file that the cell loaded.</summary>
/// <param name="Cell">The cell's name, or the file's path.</param>
/// <param name="Line">From 1, counted as the reader sees the cell, directives included.</param>
/// <param name="Column">From 1; 0 when only the line is known.</param>
public sealed record CellPosition(string Cell, int Line, int Column = 0)
{
    /// <summary>For instance <c>cell 'loss', line 2, column 5</c>.</summary>
    public override string ToString() => $"{Cell}, line {Line}{(Column > 0 ? $", column {Column}" : "")}";
}
