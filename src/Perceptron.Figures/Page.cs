using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures;

/// <summary>
/// What a program shows when no notebook is round it: each value as text on the console, and its figures on one page of HTML,
/// which draws without a network. A notebook that was exported as a program stands on it.
/// </summary>
public sealed class Page
{
    /// <summary>As many elements of a sequence as a notebook shows.</summary>
    const int Longest = 20;

    readonly string _title;
    readonly List<string> _figures = [];

    /// <summary>An empty page, which will lie beside the program's source and have its name.</summary>
    /// <param name="title">What stands on top of it.</param>
    /// <param name="program">The source file; the compiler puts it in.</param>
    public Page(string title, [CallerFilePath] string program = "")
    {
        _title = title;
        Path = System.IO.Path.ChangeExtension(System.IO.Path.GetFullPath(program.Length > 0 ? program : "page"), ".html");
        Console.OutputEncoding = Encoding.UTF8; // For ŷ and ✓, which are in no code page of an old console.
    }

    /// <summary>The page's file.</summary>
    public string Path { get; }

    /// <summary>Prints a value as a notebook shows it in plain text; a figure, in words, goes onto the page too.</summary>
    /// <param name="value">Anything.</param>
    public void Show(object? value)
    {
        if (value is Figure figure)
            _figures.Add(figure.ToHtml());
        else if (value is HandFigure hand)
            _figures.Add(hand.ToHtml());
        Console.Out.WriteLine(Text(value) + "\n");
    }

    /// <summary>Writes the page, if anything belongs on it, and prints where it is.</summary>
    /// <param name="open">Whether to open it in the browser, too.</param>
    public void Write(bool open = false)
    {
        if (_figures.Count == 0)
            return;
        File.WriteAllText(Path, ToHtml());
        Console.Out.WriteLine($"{(_figures.Count == 1 ? "The figure is" : $"{_figures.Count} figures are")} in {Path}");
        if (open)
            Open();
    }

    internal string ToHtml() =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{{WebUtility.HtmlEncode(_title)}}</title>
        <style>
        :root { color-scheme: light dark }
        body { max-width: 45rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
        section { margin: 2.5rem 0 }
        </style>
        </head>
        <body>
        <h1>{{WebUtility.HtmlEncode(_title)}}</h1>
        {{string.Concat(_figures.Select(html => $"<section>\n{html}\n</section>\n"))}}
        {{PlotlyJs.Embed().ToHtml()}}
        </body>
        </html>

        """.ReplaceLineEndings("\n");

    internal static string Text(object? value) => value switch
    {
        null => "<null>",
        string text => text,
        Matrix<double> matrix => Table.Text(matrix),
        Vector<double> vector => Table.Text(vector),
        _ when Grids.Of(value) is { } grids => string.Join("\n\n", grids.Select(grid => grid.ToText())),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable sequence => Line([.. sequence.Cast<object?>().Take(Longest + 1).Select(Text)]),
        _ => value.ToString() ?? "",
    };

    static string Line(List<string> elements) =>
        $"[ {string.Join(", ", elements.Take(Longest))}{(elements.Count > Longest ? ", …" : "")} ]";

    void Open()
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(Path) { UseShellExecute = true });
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine("No browser could be started. Open the page in one yourself.");
        }
    }
}
