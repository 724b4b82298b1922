using Microsoft.AspNetCore.Html;

namespace Notebooks.Interactive;

/// <summary>What a cell can call without a <c>using</c>. Every cell imports these members, and the names are those that C# notebooks have always had.</summary>
#pragma warning disable IDE1006, CA1707, CA1708 // Naming: C# notebooks have both `display(x)` and `x.Display()`; `clear_output` is the name of Jupyter's message.
public static class CellHelpers
{
    /// <summary>Shows a value now.</summary>
    /// <param name="value">What to show.</param>
    /// <param name="mimeTypes">How to show it; when left out, as its type prefers.</param>
    /// <returns>A handle by which to show something else in the same place.</returns>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => CellScope.Current.Display(value, mimeTypes);

    /// <inheritdoc cref="display"/>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => CellScope.Current.Display(value, mimeTypes);

    /// <summary>Shows a text as it stands, as the given mime type.</summary>
    /// <param name="content">The text, for instance SVG.</param>
    /// <param name="mimeType">For instance <c>image/svg+xml</c>.</param>
    public static DisplayedValue DisplayAs(this string content, string mimeType) => CellScope.Current.DisplayAs(content, mimeType);

    /// <summary>Marks a text as HTML, so that it is not escaped.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs JavaScript in the page.</summary>
    public static void Javascript(string content) => display(HTML($"<script type=\"text/javascript\">{content}</script>"));

    /// <summary>Adds a style sheet to the page.</summary>
    public static void CSS(string content) => display(HTML($"<style>{content}</style>"));

    /// <summary>A text in Markdown.</summary>
    public static MarkedText Markdown(string content) => new("text/markdown", content);

    /// <summary>A formula or a text in LaTeX.</summary>
    public static MarkedText LaTeX(string content) => new("text/latex", content);

    /// <summary>Takes away what the cell has shown so far.</summary>
    /// <param name="wait">Only when the next output comes, so that the page does not flicker.</param>
    public static void clear_output(bool wait = false) => CellScope.Current.ClearOutput(wait);

    /// <summary>Asks the reader for a line.</summary>
    /// <exception cref="InvalidOperationException">Nobody is there to answer.</exception>
    public static string? input(string prompt = "") => CellScope.Current.Ask(prompt, isPassword: false);

    /// <summary>Asks the reader for a line that is not shown.</summary>
    /// <inheritdoc cref="input"/>
    public static string? password(string prompt = "") => CellScope.Current.Ask(prompt, isPassword: true);
}
