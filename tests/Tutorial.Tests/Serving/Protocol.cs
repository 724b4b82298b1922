using System.Text.Json.Nodes;

namespace Tutorial.Tests.Serving;

/// <summary>The tables of src/Tutorial/Serving/protocol.md: which message has which fields.</summary>
static class Protocol
{
    static readonly List<Dictionary<string, string[]>> Tables = Read();

    static Dictionary<string, string[]> Requests => Tables[0];

    static Dictionary<string, string[]> Messages => Tables[1];

    public static void CheckRequest(JsonObject request) => Check(request, Requests, "id"); // an id more does no harm

    public static void CheckMessage(JsonObject message) => Check(message, Messages);

    static void Check(JsonObject json, Dictionary<string, string[]> table, params string[] optional)
    {
        var type = (string)json["type"]!;
        Assert.True(table.ContainsKey(type), $"protocol.md has no message '{type}'.");
        Assert.Equal(table[type].Except(optional).Order(), json.Select(field => field.Key).Except(optional).Where(key => key != "type").Order());
    }

    static List<Dictionary<string, string[]>> Read()
    {
        var text = File.ReadAllLines(Path.Combine(Repository.Find().Root, "src", "Tutorial", "Serving", "protocol.md"));
        var tables = new List<Dictionary<string, string[]>>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!text[i].StartsWith("| type |", StringComparison.Ordinal))
                continue;
            tables.Add(text.Skip(i + 2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')).ToDictionary(
                cells => cells[1].Trim(),
                cells => cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        }

        return tables;
    }
}
