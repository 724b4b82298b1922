using System.Net;
using System.Text.RegularExpressions;

namespace Tutorial.Book;

/// <summary>Text into HTML, and back.</summary>
static partial class Html
{
    /// <summary>Escapes text for an element or a quoted attribute.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>What a reader sees of a piece of HTML, on one line; for titles and descriptions.</summary>
    public static string PlainText(string html) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, "")), " ").Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
