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

    /// <summary>The diagnostic, with the line that it is about below it and a caret below that.</summary>
    internal string WithSource(string text, string name)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (Start.Cell != name || Start.Line > lines.Length || string.IsNullOrWhiteSpace(lines[Start.Line - 1]))
            return ToString();
        var line = lines[Start.Line - 1].Replace('\t', ' ').TrimEnd();
        return $"{this}\n    {line}\n    {new string(' ', Math.Clamp(Start.Column - 1, 0, line.Length))}^";
    }
}
