using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks;

/// <summary>
/// JSON as Jupyter writes it, so that a notebook saved here and one saved there differ in nothing else: indented by one space,
/// lines ended by LF, and no character escaped that need not be. System.Text.Json's own encoders escape emoji.
/// </summary>
internal static class JsonText
{
    /// <summary>One line, no spaces.</summary>
    public static string Compact(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, indent: null);
        return text.ToString();
    }

    /// <summary>Indented by one space, with a final newline; numbers side by side.</summary>
    public static string Indented(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, indent: 0);
        return text.Append('\n').ToString();
    }

    /// <summary>A notebook's text: a string, or an array of lines that carry their own newlines.</summary>
    public static string Joined(JsonNode? text) => text switch
    {
        null => "",
        JsonArray lines => string.Concat(lines.Select(line => line?.GetValue<string>())),
        _ => text.GetValue<string>(),
    };

    /// <summary>Parts a text after each <c>\n</c>; an empty text has no lines.</summary>
    public static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var newline = text.IndexOf('\n', start);
            var end = newline < 0 ? text.Length : newline + 1;
            lines.Add((JsonNode)text[start..end]);
            start = end;
        }

        return lines;
    }

    private static void Write(StringBuilder text, JsonNode? node, int? indent)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                WriteAll(text, '{', '}', members, indent, (member, inner) =>
                {
                    WriteString(text, member.Key);
                    text.Append(indent is null ? ":" : ": ");
                    Write(text, member.Value, inner);
                });
                break;
            case JsonArray items:
                // A chart's numbers stand in rows: one to a line they would weigh three times as much.
                var numbers = items.Count > 0 && items.All(item => item is null || item.GetValueKind() == JsonValueKind.Number); // null parts the pieces of a curve
                WriteAll(text, '[', ']', items, numbers ? null : indent, (item, inner) => Write(text, item, inner));
                break;
            default:
                if (node.GetValueKind() == JsonValueKind.String)
                    WriteString(text, node.GetValue<string>());
                else
                    text.Append(node.ToJsonString()); // a number keeps the digits that it was read with
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, char close, ICollection<T> items, int? indent, Action<T, int?> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(',');
            first = false;
            NewLine(text, indent + 1);
            write(item, indent + 1);
        }

        if (!first)
            NewLine(text, indent);
        text.Append(close);
    }

    private static void NewLine(StringBuilder text, int? indent)
    {
        if (indent is { } spaces)
            text.Append('\n').Append(' ', spaces);
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
