using System.Text.Json;

namespace Perceptron.Figures.Tests;

/// <summary>A figure's own JSON, read as plotly.js would read it.</summary>
sealed class Chart(string json)
{
    readonly JsonElement _root = JsonDocument.Parse(json).RootElement;

    internal static Chart Of(Figure figure) => new(figure.ToPlotlyJson());

    internal JsonElement Root => _root;

    internal JsonElement Layout => _root.GetProperty("layout");

    internal Trace[] Traces => [.. _root.GetProperty("data").EnumerateArray().Select(t => new Trace(t))];

    /// <summary>The traces whose name starts like this.</summary>
    internal Trace[] Named(string start) => [.. Traces.Where(t => t.Name.StartsWith(start, StringComparison.Ordinal))];

    internal (double Low, double High) Range(string axis)
    {
        var range = Numbers(Layout.GetProperty(axis).GetProperty("range"));
        return (range[0], range[1]);
    }

    internal static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(n => n.GetDouble())];

    internal sealed record Trace(JsonElement Json)
    {
        internal string Type => Json.GetProperty("type").GetString()!;

        internal string Name => Json.TryGetProperty("name", out var name) ? name.GetString()! : "";

        internal string Mode => Json.TryGetProperty("mode", out var mode) ? mode.GetString()! : "";

        internal double[] X => Numbers(Json.GetProperty("x"));

        internal double[] Y => Numbers(Json.GetProperty("y"));

        internal double[] Z => Numbers(Json.GetProperty("z"));

        internal string Symbol => Json.GetProperty("marker").GetProperty("symbol").ToString();

        internal string Color => Json.GetProperty("marker").GetProperty("color").GetString()!;

        internal string LineColor => Json.GetProperty("line").GetProperty("color").GetString()!;

        /// <summary>Short, for the messages of failed tests.</summary>
        public override string ToString() => $"{Type} \"{Name}\"";

        internal string Dash => Json.GetProperty("line").GetProperty("dash").GetString()!;
    }
}
