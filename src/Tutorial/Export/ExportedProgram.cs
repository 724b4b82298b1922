using System.Collections.Immutable;
using Notebooks;

namespace Tutorial.Export;

/// <summary>A notebook as a file-based C# program: packages, usings, the cells in order, and what has to stand at the end.</summary>
static class ExportedProgram
{
    /// <summary>What the first line of every exported program starts with; a file without it is somebody else's.</summary>
    public const string FirstWords = "// Exported from ";

    /// <summary>The program's variable for what the notebook shows.</summary>
    public const string Page = "page";

    /// <summary>What every cell of a notebook sees without saying so.</summary>
    static readonly string[] Imports =
        ["using System;", "using System.Text;", "using System.Collections;", "using System.Collections.Generic;", "using System.Threading.Tasks;", "using System.Linq;"];

    /// <summary>The program's text.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="name">Its file name without the ending.</param>
    /// <exception cref="NotExportable">It has something that a program cannot have.</exception>
    public static string Of(Notebook notebook, string name)
    {
        var scripts = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).Select(cell => ScriptCell.Read(cell.Id, cell.Source)).ToImmutableArray();
        var names = new NotebookNames(scripts);
        var texts = scripts.Select(script => ProgramText.Of(script, names)).ToImmutableArray();
        var code = new Queue<string>(texts.Select(text => text.Statements));
        var cells = notebook.Cells.Where(cell => cell.Kind != CellKind.Raw).Select(cell => cell.Kind == CellKind.Code ? code.Dequeue() : Comment.Of(cell.Source));
        var functions = texts.SelectMany(text => text.Functions).ToList();
        string[] parts =
        [
            Head(name, scripts),
            string.Join('\n', Imports.Concat(texts.SelectMany(text => text.Usings)).Distinct()),
            $"var {Page} = new Perceptron.Figures.Page({Quoted(Title(notebook) ?? name)});",
            .. cells,
            $"{Page}.Write(open: args.Contains(\"--open\"));",
            functions.Count == 0 ? "" : $"partial class Program\n{{\n{string.Join("\n\n", functions)}\n}}",
            .. texts.SelectMany(text => text.Types),
        ];
        return string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";
    }

    static string Head(string name, IEnumerable<ScriptCell> scripts) =>
        $"""
        {FirstWords}{name}.ipynb. It runs as it stands: dotnet run {name}.cs
        // With --open after that, it also opens the page of its figures in the browser.
        // The next export writes this file anew: keep what you change in it under another name.
        {string.Join('\n', scripts.SelectMany(script => script.Packages).Append($"{LessonPackage.Id}@{LessonPackage.Version}").DistinctBy(package => package.Split('@')[0], StringComparer.OrdinalIgnoreCase).Select(package => $"#:package {package}"))}
        #:property ImplicitUsings=disable
        #:property Nullable=disable
        #:property InvariantGlobalization=true
        #:property PublishAot=false
        """.ReplaceLineEndings("\n");

    /// <summary>The first heading.</summary>
    static string? Title(Notebook notebook) => notebook.Cells
        .Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
