using System.Text;
using System.Text.RegularExpressions;

namespace Tutorial.Export;

/// <summary>Markdown as comments: its lines as they are, but the long ones of running text broken.</summary>
static partial class Comment
{
    const int Width = 100;

    /// <summary>The comment lines.</summary>
    public static string Of(string markdown)
    {
        var lines = new List<string>();
        var fenced = false;
        foreach (var line in markdown.Trim().ReplaceLineEndings("\n").Split('\n'))
        {
            fenced ^= line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            var isAsItIs = fenced || line.Length <= Width || line.TrimStart() is ['|' or '<' or '$', ..];
            lines.AddRange(isAsItIs ? [line] : Broken(line));
        }

        return string.Join('\n', lines.Select(line => $"// {line}".TrimEnd()));
    }

    static IEnumerable<string> Broken(string line)
    {
        var start = Start().Match(line).Length;
        var indent = line[..start].TrimStart() is "> " ? line[..start] : new string(' ', start);
        var broken = new StringBuilder(line[..start]);
        foreach (var word in line[start..].Split(' '))
        {
            if (broken.Length > start && broken.Length + 1 + word.Length > Width)
            {
                yield return broken.ToString();
                broken.Clear().Append(indent);
            }

            broken.Append(broken.Length > start ? " " : "").Append(word);
        }

        yield return broken.ToString();
    }

    /// <summary>The indent, and the mark of a list item or of a quotation.</summary>
    [GeneratedRegex(@"^\s*([-*+] |\d+\. |> )?")]
    private static partial Regex Start();
}
