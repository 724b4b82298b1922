using System.Diagnostics.CodeAnalysis;

namespace Perceptron;

/// <summary>The formatters of every type here that shows itself as tables. A host makes one and reads it by name.</summary>
sealed class TableFormatterSource
{
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Hosts call it on an instance, by name.")]
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Formatter("text/html", grids => string.Concat(grids.Select(grid => grid.ToHtml()))),
        new Formatter("text/plain", grids => string.Join("\n\n", grids.Select(grid => grid.ToText()))),
    ];

    internal sealed class Formatter(string mimeType, Func<IEnumerable<Grid>, string> write)
    {
        public string MimeType => mimeType;

        /// <returns>Whether this value was one of ours.</returns>
        public bool Format(object value, TextWriter writer)
        {
            if (Grids.Of(value) is not { } grids)
                return false;
            writer.Write(write(grids));
            return true;
        }
    }
}
