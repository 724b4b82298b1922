using System.Collections.Immutable;

namespace Notebooks;

/// <summary>What a run of a notebook gave.</summary>
/// <param name="Notebook">The notebook with the outputs of the cells that ran.</param>
/// <param name="Failure">The cell that failed, or null when every cell succeeded.</param>
/// <param name="NotRun">The ids of the code cells after the failure, which did not run.</param>
public sealed record NotebookRun(Notebook Notebook, CellFailure? Failure, ImmutableArray<string> NotRun);

/// <summary>Why and where a notebook failed.</summary>
/// <param name="CellId">The cell's id.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Message">What went wrong, for the reader.</param>
/// <param name="Position">Line and column in the cell, where they are known.</param>
public sealed record CellFailure(string CellId, CellFailureKind Kind, string Message, CellPosition? Position);

/// <summary>What made a cell fail.</summary>
public enum CellFailureKind
{
    /// <summary>It does not compile, or a directive in it cannot be followed.</summary>
    Compile,

    /// <summary>It threw.</summary>
    Threw,

    /// <summary>It took longer than it may.</summary>
    TimedOut,

    /// <summary>The run was cancelled.</summary>
    Cancelled,
}

/// <summary>What happens during a run. A closed set.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Number">Which code cell it is, from 1.</param>
/// <param name="Count">How many code cells the notebook has.</param>
public abstract record RunProgress(Cell Cell, int Number, int Count)
{
    /// <summary>A code cell starts.</summary>
    public sealed record Started(Cell Cell, int Number, int Count) : RunProgress(Cell, Number, Count);

    /// <summary>A code cell has ended.</summary>
    /// <param name="Cell">The cell.</param>
    /// <param name="Number">Which code cell it is, from 1.</param>
    /// <param name="Count">How many code cells the notebook has.</param>
    /// <param name="Elapsed">How long it took.</param>
    /// <param name="Failure">Why it failed, or null.</param>
    public sealed record Finished(Cell Cell, int Number, int Count, TimeSpan Elapsed, CellFailure? Failure) : RunProgress(Cell, Number, Count);
}

/// <summary>How a notebook is run.</summary>
public sealed record RunOptions
{
    /// <summary>What the notebook's fresh session starts from; its working directory should be the notebook's folder.</summary>
    public required SessionOptions Session { get; init; }

    /// <summary>How long each cell may take; null for ever.</summary>
    public TimeSpan? CellTimeout { get; init; }
}
