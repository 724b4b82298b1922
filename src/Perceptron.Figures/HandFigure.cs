namespace Perceptron.Figures;

/// <summary>
/// A picture with lines that a reader sets by hand: by dragging them, or with sliders for weights and biases. The regions, the loss and the accuracy follow.
/// Everything is computed in the page, without a kernel and without a network. Where no script runs, the first setting stands there as a still picture, with its words.
/// </summary>
[TypeFormatterSource(typeof(HandFigureFormats), PreferredMimeTypes = [Mime.Html, Mime.Text])]
public sealed class HandFigure
{
    readonly Lazy<string> _html;

    internal HandFigure(string title, string description, Func<string> html) =>
        (Title, Description, _html) = (title, description, new(html));

    /// <summary>Says what is seen.</summary>
    public string Title { get; }

    /// <summary>The first setting in words and numbers.</summary>
    public string Description { get; }

    /// <summary>The still picture, and the script that moves it.</summary>
    public string ToHtml() => _html.Value;

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;
}
