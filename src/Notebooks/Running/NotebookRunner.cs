using System.Diagnostics;
using System.Globalization;

namespace Notebooks;

/// <summary>Runs notebooks from top to bottom without a reader.</summary>
public static class NotebookRunner
{
    /// <summary>A cell with this tag may throw; the run goes on.</summary>
    public const string MayThrowTag = "raises-exception";

    /// <summary>More compile errors than these are mostly consequences of them.</summary>
    private const int ShownErrors = 5;

    /// <summary>Runs the code cells in a fresh session and stops at the first that fails, except for cells tagged <c>raises-exception</c>.</summary>
    /// <param name="notebook">What to run; it is not changed.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="progress">Is told of every cell; may be null.</param>
    /// <param name="cancellationToken">Ends the run, with a <see cref="CellFailureKind.Cancelled"/> failure.</param>
    /// <returns>The executed notebook: cells that ran have outputs and counts from 1, the others have none.</returns>
    public static async Task<NotebookRun> RunAsync(
        Notebook notebook,
        RunOptions options,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(options);
        using var session = Session.Create(options.Session);
        var outputs = new NotebookOutputs();
        var places = Enumerable.Range(0, notebook.Cells.Length).Where(i => notebook.Cells[i].Kind == CellKind.Code).ToList();
        CellFailure? failure = null;
        var number = 0;
        while (number < places.Count && failure is null)
        {
            var place = places[number++];
            var cell = notebook.Cells[place];
            progress?.Report(new RunProgress.Started(cell, number, places.Count));
            var watch = Stopwatch.StartNew();
            failure = await RunCellAsync(session, cell, output => outputs.Add(place, output), options.CellTimeout, cancellationToken).ConfigureAwait(false);
            progress?.Report(new RunProgress.Finished(cell, number, places.Count, watch.Elapsed, failure));
        }

        var counts = places.Take(number).Select((place, i) => (place, count: i + 1)).ToDictionary(p => p.place, p => p.count);
        var executed = notebook.WithoutOutputs().With(counts.ToDictionary(p => p.Key, p => (outputs.Of(p.Key), (int?)p.Value)));
        return new(executed, failure, [.. places.Skip(number).Select(place => notebook.Cells[place].Id)]);
    }

    private static async Task<CellFailure?> RunCellAsync(
        Session session, Cell cell, Action<CellOutput> output, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        // The compiler's start is not the cell's time: a short limit would stop an innocent first cell on a slow machine.
        await Session.WarmUpAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout is { } time)
            limit.CancelAfter(time);
        var name = $"cell '{cell.Id}'";
        CellFailure Stopped(bool stillRunning)
        {
            var byReader = cancellationToken.IsCancellationRequested;
            var message = byReader
                ? "The run was cancelled."
                : $"The cell took longer than the {timeout!.Value.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s that it may take, and was stopped.";
            if (stillRunning)
                message += " It did not give up its thread: it is inside a library that does not come back to the cell, and goes on until the program ends.";
            output(new CellOutput.Error(byReader ? "Cancelled" : "Timeout", message, [message]));
            return new(cell.Id, byReader ? CellFailureKind.Cancelled : CellFailureKind.TimedOut, message, null);
        }

        CellResult result;
        try
        {
            result = await session.RunAsync(cell.Source, name, output, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return Stopped(stillRunning: false);
        }

        return result switch
        {
            CellResult.CompileErrors { Diagnostics: var diagnostics } => DoesNotCompile(cell, [.. diagnostics.Where(d => d.IsError)]),
            CellResult.Threw when cell.Tags.Contains(MayThrowTag) => null,
            CellResult.Threw { Exception: var e, Position: var position } =>
                new(cell.Id, CellFailureKind.Threw, $"{e.GetType().FullName}: {e.Message}", position),
            CellResult.Cancelled { StillRunning: var stillRunning } => Stopped(stillRunning),
            _ => null,
        };
    }

    /// <summary>The first error is where to start; the next ones save the reader a run each.</summary>
    private static CellFailure DoesNotCompile(Cell cell, CellDiagnostic[] errors)
    {
        var lines = errors.Take(ShownErrors).Select((error, i) => $"{(i == 0 ? "" : $"{error.Start}: ")}{error.Id}: {error.Message}");
        if (errors.Length > ShownErrors)
            lines = lines.Append($"… and {errors.Length - ShownErrors} more");
        return new(cell.Id, CellFailureKind.Compile, string.Join('\n', lines), errors[0].Start);
    }
}
