using System.Collections.Immutable;

namespace Notebooks;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Text for the reader.</summary>
    Markdown,

    /// <summary>Code that is run.</summary>
    Code,

    /// <summary>Text for a converter, shown as it is.</summary>
    Raw,
}

/// <summary>One cell of a <see cref="Notebook"/>, as it was read.</summary>
/// <param name="Id">The cell's id; in a notebook older than nbformat 4.5, which has none, its place: <c>cell-1</c>, <c>cell-2</c>, ….</param>
/// <param name="Kind">What the cell holds.</param>
/// <param name="Source">The text, its lines parted by <c>\n</c>.</param>
/// <param name="Outputs">What the cell showed when it was last run.</param>
/// <param name="ExecutionCount">The number beside the cell, or null when it was not run.</param>
/// <param name="Tags">The tags in the cell's metadata, such as <c>raises-exception</c>.</param>
public sealed record Cell(
    string Id,
    CellKind Kind,
    string Source,
    ImmutableArray<CellOutput> Outputs,
    int? ExecutionCount,
    ImmutableArray<string> Tags);
