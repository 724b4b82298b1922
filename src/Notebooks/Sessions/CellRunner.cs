using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Notebooks.Interactive;

namespace Notebooks;

/// <summary>Runs cells on the thread that it is called on, and keeps what they leave behind for the next.</summary>
internal sealed class CellRunner
{
    private readonly SessionOptions _options;
    private readonly ValueFormatter _formatter;
    private readonly ScriptCompiler _compiler;
    private readonly CellReferences _references;
    private readonly StopPoints _stopPoints = new();
    private readonly SessionDeclarations _declarations = new();
    private readonly HashSet<string> _importing = [];

    /// <summary>Slot 0 is Roslyn's, for a host object; then come the submissions in order, each put there by its own constructor.</summary>
    private object?[] _submissions = new object?[1];
    private Submission? _last;

    public CellRunner(SessionOptions options)
    {
        _options = options;
        _formatter = new ValueFormatter(options.Formatters);
        var loadContext = new SessionLoadContext();
        var references = new SessionReferences();
        _compiler = new ScriptCompiler(loadContext, references, _stopPoints, options.WorkingDirectory);
        _references = new CellReferences(loadContext, references, options.WorkingDirectory);
        Language = new LanguageHelp(new CellWorkspace(references, _declarations));
    }

    /// <summary>Help with the next cell.</summary>
    public LanguageHelp Language { get; }

    /// <summary>Runs a cell to its end.</summary>
    public CellResult Run(string code, string cellName, OutputSink sink, StopSignal stop)
    {
        WarmUp.Once.Value.Wait(stop.Token); // to compile beside it would be slower, and would give the two other symbols for the same types
        var scope = new SessionScope(sink, _formatter, request => Ask(request, stop));
        CellScope.Enter(scope);
        try
        {
            return RunText(code, cellName, scope, isCell: true, stop);
        }
        catch (Exception) when (stop.Token.IsCancellationRequested)
        {
            return new CellResult.Cancelled(StillRunning: false);
        }
        catch (Exception e)
        {
            sink.Show(new CellOutput.Error(e.GetType().FullName!, e.Message, ExceptionTrace.Lines(e)));
            return new CellResult.Threw(e, ExceptionTrace.Position(e, cellName));
        }
        finally
        {
            sink.Flush();
        }
    }

    private CellResult RunText(string text, string name, SessionScope scope, bool isCell, StopSignal stop)
    {
        var watch = Stopwatch.StartNew();
        var cell = CellParser.Parse(text, name);
        if (cell.Errors.Length > 0)
            return Refuse(cell.Errors, text, name, scope);

        var added = Interruptibly(() => _references.Add(cell.References, name), stop);
        if (added.Errors.Length > 0)
            return Refuse(added.Errors, text, name, scope);
        foreach (var extension in added.Extensions)
        {
            if (RunText(File.ReadAllText(extension), extension, scope, isCell: false, stop) is CellResult.CompileErrors failed)
                return failed;
        }

        CellResult result = new CellResult.Value(null);
        foreach (var part in cell.Parts)
        {
            result = part switch
            {
                CellPart.Code code => RunCode(code.Text, text, name, scope, isResult: isCell && part == cell.Parts[^1], stop),
                CellPart.Import import => Import(import, text, name, scope, stop),
                CellPart.Who who => ShowVariables(who, scope),
                CellPart.Markdown markdown => ShowMarkdown(markdown, scope),
                _ => throw new UnreachableException(),
            };
            if (result is not CellResult.Value)
                return result;
        }

        if (cell.IsTimed)
            scope.Display($"Wall time: {watch.Elapsed.TotalMilliseconds.ToString("0.#", CultureInfo.InvariantCulture)} ms", []);
        return result;
    }

    private CellResult RunCode(string code, string text, string name, SessionScope scope, bool isResult, StopSignal stop)
    {
        var compiled = _compiler.Compile(code, name, _last, stop.Token);
        if (compiled.Submission is not { } submission)
            return Refuse(compiled.Diagnostics, text, name, scope);
        foreach (var warning in compiled.Diagnostics)
            scope.Sink.Write(CellOutput.Stream.Err, $"{warning}\n");

        if (submission.Entry is not { } entry)
        {
            _last = submission;
            return new CellResult.Value(null);
        }

        _stopPoints.Ask(stop.Token);
        var slot = _submissions.Length;
        Array.Resize(ref _submissions, slot + 1);
        object? value;
        try
        {
            value = StoppableExecution.Run(() => entry(_submissions), stop);
        }
        finally
        {
            if (_submissions[slot] is not null)
            {
                _last = submission; // also after an exception: what it had reached stays
                _declarations.Add(code);
            }
            else
            {
                Array.Resize(ref _submissions, slot);
            }
        }

        if ((submission.HasValue || value is not null) && value is not DisplayedValue)
        {
            // Formatting runs the reader's code too: a ToString, a formatter, a lazy sequence.
            var bundle = StoppableExecution.Run(() => Task.FromResult(_formatter.Format(value, [])), stop);
            scope.Sink.Show(isResult ? new CellOutput.Result(bundle) : new CellOutput.Display(bundle));
        }

        return new CellResult.Value(value);
    }

    private CellResult Import(CellPart.Import import, string text, string name, SessionScope scope, StopSignal stop)
    {
        CellResult Fail(string message) =>
            Refuse([new(IsError: true, "IMPORT", message, new(name, import.Line, 1), new(name, import.Line, 1))], text, name, scope);

        var path = Path.GetFullPath(import.Path, _options.WorkingDirectory);
        if (!File.Exists(path))
            return Fail($"#!import {import.Path}: there is no file {path}. A path is relative to the notebook's folder.");
        if (!_importing.Add(path))
            return Fail($"#!import {import.Path}: the file imports itself, at once or by way of others.");
        try
        {
            switch (Path.GetExtension(path).ToUpperInvariant())
            {
                case ".IPYNB":
                    foreach (var cell in Notebook.Read(path).Cells.Where(c => c.Kind == CellKind.Code))
                    {
                        if (RunText(cell.Source, $"cell '{cell.Id}' of {import.Path}", scope, isCell: false, stop) is var result and not CellResult.Value)
                            return result;
                    }

                    return new CellResult.Value(null);
                case ".DIB" or ".CS" or ".CSX":
                    return RunText(File.ReadAllText(path), import.Path, scope, isCell: false, stop);
                default:
                    return Fail($"#!import {import.Path}: .ipynb, .dib, .cs or .csx is expected.");
            }
        }
        catch (NotebookFormatException e)
        {
            return Fail(e.Message);
        }
        finally
        {
            _importing.Remove(path);
        }
    }

    private CellResult.Value ShowVariables(CellPart.Who who, SessionScope scope)
    {
        var variables = Variable.In(_submissions).OrderBy(v => v.Name, StringComparer.Ordinal).ToList();
        if (who.WithValues)
            scope.Display(variables.ToDictionary(v => v.Name, v => v.Value), []);
        else
            scope.Display(string.Join('\n', variables.Select(v => v.Name)), []);
        return new(null);
    }

    private static CellResult.Value ShowMarkdown(CellPart.Markdown markdown, SessionScope scope)
    {
        if (!string.IsNullOrWhiteSpace(markdown.Text))
            scope.Display(CellHelpers.Markdown(markdown.Text), []);
        return new(null);
    }

    private static CellResult.CompileErrors Refuse(ImmutableArray<CellDiagnostic> diagnostics, string text, string name, SessionScope scope)
    {
        var errors = diagnostics.Where(d => d.IsError).ToList();
        scope.Sink.Show(new CellOutput.Error(
            errors[0].Id.StartsWith("CS", StringComparison.Ordinal) ? "Compilation error" : "Directive error",
            string.Join('\n', errors),
            [.. errors.Select(error => error.WithSource(text, name))]));
        return new(diagnostics);
    }

    private string? Ask(InputRequest request, StopSignal stop)
    {
        if (_options.Input is not { } input)
            throw new InvalidOperationException("The cell asks for input, but nobody is there to answer in this run. Write the value in the code instead.");
        return Interruptibly(() => input(request, stop.Token).GetAwaiter().GetResult(), stop);
    }

    /// <summary>Waits for work of the host's own, which is left alone when the wait is stopped.</summary>
    private static T Interruptibly<T>(Func<T> work, StopSignal stop)
    {
        T AsHost()
        {
            CellScope.Enter(null); // what the host writes meanwhile is not the cell's
            return work();
        }

        return Task.Run(AsHost, stop.Token).WaitAsync(stop.Token).GetAwaiter().GetResult();
    }
}
