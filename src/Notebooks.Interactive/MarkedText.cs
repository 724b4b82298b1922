namespace Notebooks.Interactive;

/// <summary>A text in a markup language that the page knows how to show.</summary>
/// <param name="MimeType">The language, for instance <c>text/markdown</c>.</param>
/// <param name="Content">The text.</param>
public sealed record MarkedText(string MimeType, string Content)
{
    /// <summary>The text as it was written.</summary>
    public override string ToString() => Content;
}
