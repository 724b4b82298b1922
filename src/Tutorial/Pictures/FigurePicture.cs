using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Notebooks;

namespace Tutorial.Pictures;

/// <summary>A chart of an executed notebook, of which a picture is made.</summary>
/// <param name="Name">The id of its cell, or that and the notebook's name where two notebooks have the same.</param>
/// <param name="Json">The chart, as Plotly JSON.</param>
sealed record FigurePicture(string Name, string Json)
{
    /// <summary>What the chart says, in 16 hexadecimal digits: another order of members or another last digit is the same chart.</summary>
    /// <remarks>Numbers count to four digits, because processors differ in the last ones.</remarks>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(JsonNode.Parse(Json)))))[..16];

    /// <summary>Every chart of these notebooks.</summary>
    public static IReadOnlyList<FigurePicture> Of(IEnumerable<(string Name, Notebook Notebook)> executed)
    {
        var all = (from chapter in executed
                   from cell in chapter.Notebook.Cells
                   from json in cell.Outputs.Select(output => output.Bundle()?.Find("application/vnd.plotly.v1+json")).OfType<string>().Index()
                   select (chapter.Name, Id: json.Index == 0 ? cell.Id : $"{cell.Id}-{json.Index + 1}", Json: json.Item)).ToList();
        var shared = all.GroupBy(chart => chart.Id).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return [.. all.Select(chart => new FigurePicture(shared.Contains(chart.Id) ? $"{chart.Name}-{chart.Id}" : chart.Id, chart.Json))];
    }

    static string Canonical(JsonNode? json) => json switch
    {
        JsonObject members => $"{{{string.Join(',', members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{Canonical(m.Value)}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(Canonical))}]",
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
            Math.Abs((double)value) < 1e-9 ? "0" : ((double)value).ToString("G4", CultureInfo.InvariantCulture),
        _ => json?.ToJsonString() ?? "null",
    };
}
