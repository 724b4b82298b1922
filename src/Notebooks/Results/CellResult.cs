using System.Collections.Immutable;

namespace Notebooks;

/// <summary>How running a cell ended. A closed set. What the cell showed, its errors included, went to the output as it came.</summary>
public abstract record CellResult
{
    private CellResult()
    {
    }

    /// <summary>The cell ran to its end.</summary>
    /// <param name="Of">Its last expression without a semicolon, or null.</param>
    public sealed record Value(object? Of) : CellResult;

    /// <summary>The cell does not compile, or a directive in it cannot be followed. Nothing after that point ran.</summary>
    /// <param name="Diagnostics">At least one error, and the warnings beside it.</param>
    public sealed record CompileErrors(ImmutableArray<CellDiagnostic> Diagnostics) : CellResult;

    /// <summary>The cell threw. Names it had reached keep their values.</summary>
    /// <param name="Exception">What was thrown.</param>
    /// <param name="Position">The line of the cell that it came from, where that is known.</param>
    public sealed record Threw(Exception Exception, CellPosition? Position) : CellResult;

    /// <summary>The cell was stopped from outside. Names it had reached keep their values.</summary>
    /// <param name="StillRunning">
    /// The cell did not give up its thread, because it is inside a library that does not come back to the cell. Its session can run no further cells.
    /// </param>
    public sealed record Cancelled(bool StillRunning) : CellResult;
}
