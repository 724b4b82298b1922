using System.Text;
using System.Text.RegularExpressions;

namespace Tutorial.Book;

/// <summary>
/// The formulas of one markdown text, taken out of it before markdown is parsed and put back after, as Jupyter does:
/// so no underscore, bar, backslash or line that starts with a sign is ever taken for markdown.
/// </summary>
sealed partial class Mathematics
{
    // Letters for private use: markdown sees them as a letter of a word, and no text holds them.
    const char Open = '\uE000';
    const char Close = '\uE001';

    readonly List<(string Tex, bool Display)> _formulas = [];

    /// <summary>The text with a stand-in for each formula: <c>$…$</c> in a line, <c>$$…$$</c> on its own. Code is left alone.</summary>
    public string TakeOut(string markdown)
    {
        var text = new StringBuilder();
        for (var i = 0; i < markdown.Length;)
        {
            var length = Code(markdown, i);
            if (length == 0 && markdown[i] == '\\')
                length = Math.Min(2, markdown.Length - i);
            if (length == 0 && markdown[i] == '$')
                length = Formula(markdown, i, text);
            else
                text.Append(markdown, i, length = Math.Max(length, 1));
            i += length;
        }

        return text.ToString();
    }

    /// <summary>The HTML with the formulas in their places.</summary>
    public string PutBack(string html) => StandIn().Replace(html, match =>
    {
        var (tex, display) = _formulas[int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)];
        return $"<span class=\"math{(display ? " display" : "")}\">{Html.Text(tex)}</span>";
    });

    /// <summary>The text with the formulas as they were written, without their dollar signs.</summary>
    public string Plain(string text) => StandIn().Replace(text, match => _formulas[int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)].Tex);

    /// <summary>How much code starts here: a fenced block at the start of a line, or a span between equal runs of backticks.</summary>
    static int Code(string text, int at)
    {
        if (text[at] is not ('`' or '~') || (at > 0 && text[at - 1] == text[at]))
            return 0;

        var fence = text.AsSpan(at);
        var run = fence.Length - fence.TrimStart(text[at]).Length;
        if (run >= 3 && text[LineStart(text, at)..at].AsSpan().Trim(" >").IsEmpty)
        {
            var end = Regex.Match(text[(at + run)..], $@"\n[ >]*{Regex.Escape(new string(text[at], run))}+[ ]*(\n|$)");
            return end.Success ? run + end.Index + end.Length - end.Groups[1].Length : text.Length - at;
        }

        if (text[at] == '~')
            return 0;
        var close = Regex.Match(text[(at + run)..], $"(?<!`)`{{{run}}}(?!`)");
        return close.Success ? run + close.Index + run : run;
    }

    static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>Takes the formula that starts here; a dollar sign that starts none stays as it is.</summary>
    int Formula(string text, int at, StringBuilder into)
    {
        var display = text.AsSpan(at).StartsWith("$$");
        var match = display ? Displayed().Match(text, at) : InLine().Match(text, at);
        if (!match.Success)
        {
            var signs = display ? 2 : 1;
            into.Append(text, at, signs);
            return signs;
        }

        // In a quotation each line of the formula carries the quotation's sign.
        var tex = match.Groups[1].Value;
        if (text[LineStart(text, at)..at].TrimStart().StartsWith('>'))
            tex = Quotation().Replace(tex, "\n");
        into.Append(Open).Append(_formulas.Count).Append(Close);
        _formulas.Add((tex.Trim(), display));
        return match.Length;
    }

    [GeneratedRegex(@"\G\$\$((?:\\.|[^\\$]|\$(?!\$))+?)\$\$", RegexOptions.Singleline)]
    private static partial Regex Displayed();

    // As GitHub reads it: no space inside the signs, and no digit after the second, so that prices stay prices.
    [GeneratedRegex(@"\G\$((?!\s)(?:\\.|[^\\$\n]|\n(?!\s*\n))+?(?<!\s))\$(?!\d)", RegexOptions.Singleline)]
    private static partial Regex InLine();

    [GeneratedRegex(@"\n[ ]*>[ ]?")]
    private static partial Regex Quotation();

    [GeneratedRegex("\uE000(\\d+)\uE001")]
    private static partial Regex StandIn();
}
