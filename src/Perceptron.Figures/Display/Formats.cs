namespace Perceptron.Figures;

/// <summary>The forms in which a figure travels.</summary>
static class Mime
{
    internal const string Plotly = "application/vnd.plotly.v1+json";
    internal const string Html = "text/html";
    internal const string Text = "text/plain";
}

/// <summary>
/// Notebook hosts look for an attribute of this name, whatever assembly it is in: so an object shows itself on every host without a reference to one.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>All forms that shall travel together in one output.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}

/// <summary>One form of an object. A host finds <see cref="MimeType"/> and <see cref="Format"/> by their names.</summary>
sealed class Form<T>(string mimeType, Func<T, string> text)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value)
            return false;
        writer.Write(text(value));
        return true;
    }
}

// CA1822: hosts make an instance and look for an instance method.
#pragma warning disable CA1822

/// <summary>The three forms of a figure.</summary>
sealed class FigureFormats
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Form<Figure>(Mime.Plotly, figure => figure.ToPlotlyJson()),
        new Form<Figure>(Mime.Html, figure => figure.ToHtml()),
        new Form<Figure>(Mime.Text, figure => figure.Description),
    ];
}

/// <summary>The two forms of a figure to set by hand.</summary>
sealed class HandFigureFormats
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Form<HandFigure>(Mime.Html, figure => figure.ToHtml()),
        new Form<HandFigure>(Mime.Text, figure => figure.Description),
    ];
}

/// <summary>The two forms of plotly.js.</summary>
sealed class PlotlyJsFormats
{
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new Form<PlotlyJs>(Mime.Html, script => script.ToHtml()),
        new Form<PlotlyJs>(Mime.Text, script => script.ToString()),
    ];
}
