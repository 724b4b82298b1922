using System.Text.Json;
using System.Text.Json.Nodes;
using Notebooks;

namespace Tutorial.Tests.VSCode;

/// <summary>What a saved notebook holds.</summary>
static class SavedOutputs
{
    const string Plotly = "application/vnd.plotly.v1+json";

    /// <summary>The numbers of the cells with a chart, from 1.</summary>
    public static List<int> Charts(this Notebook notebook) =>
        [.. notebook.Cells.Index().Where(cell => cell.Item.Outputs.Any(output => output.Bundle()?.Find(Plotly) is not null)).Select(cell => cell.Index + 1)];

    /// <summary>An output without the order of its mime types and of its JSON's members, which are VS Code's own.</summary>
    public static string Told(this CellOutput output) => output.Bundle() is { } bundle
        ? $"{output.GetType().Name}: {string.Join("; ", bundle.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key} = {(MimeBundle.IsJson(entry.Key) ? Sorted(JsonNode.Parse(entry.Value)) : entry.Value)}"))}"
        : $"{output}";

    static string Sorted(JsonNode? json) => json switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{Sorted(member.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Sorted))}]",
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => $"{(double)value + 0.0:R}", // 0.0 is saved as 0, and so is -0
        _ => json?.ToJsonString() ?? "null",
    };
}
