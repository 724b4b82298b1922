using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Perceptron.Figures.Plotly;

/// <summary>A film as one chart with frames. Each moment is drawn as a picture of its own; Plotly.NET has no words for frames, so they are added to the JSON.</summary>
static class FilmDrawing
{
    /// <summary>Letters as themselves, not as six characters each.</summary>
    static readonly JsonSerializerOptions PlainText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Draw(Film film, Func<Picture, string> draw)
    {
        var stills = film.Stills.Select(still => Traces(film.Picture, still, draw)).ToArray();
        var first = stills[0];
        // What is the same at every moment is said once. A frame says all the rest, so that any moment can follow any other.
        var varying = first.Select((trace, k) => trace.Select(property => property.Key)
            .Where(name => stills.Any(still => !JsonNode.DeepEquals(still[k][name], trace[name]))).ToArray()).ToArray();
        int[] moving = [.. Enumerable.Range(0, first.Length).Where(k => varying[k].Length > 0)];
        var frames = film.Stills.Zip(stills, (still, traces) => new JsonObject
        {
            ["name"] = still.Label,
            ["data"] = Array(moving.Select(k => new JsonObject(varying[k].Select(name => KeyValuePair.Create(name, traces[k][name]?.DeepClone()))))),
            ["traces"] = Array(moving.Select(k => JsonValue.Create(k))),
        });

        var chart = JsonNode.Parse(draw(film.Picture))!.AsObject();
        chart["data"] = Array(first.Select(trace => trace.DeepClone()));
        chart["frames"] = Array(frames);
        FilmControls.Put(chart["layout"]!.AsObject(), film);
        return chart.ToJsonString(PlainText);
    }

    /// <summary>The traces of one moment.</summary>
    static JsonObject[] Traces(Picture picture, Still still, Func<Picture, string> draw)
    {
        var now = picture with { Panels = [.. picture.Panels.Zip(still.Marks, (panel, marks) => panel with { Marks = marks })] };
        var traces = JsonNode.Parse(draw(now))!["data"]!.AsArray().Select(trace => trace!.DeepClone().AsObject()).ToArray();
        foreach (var trace in traces)
        {
            (trace["x"], trace["y"]) = (Gaps(trace["x"]!), Gaps(trace["y"]!));
            // One entry of the legend switches a name in every panel. What is measured has a heading instead.
            trace["legendgroup"] ??= trace["name"]?.DeepClone();
            if ((string?)trace["xaxis"] is null)
                trace["showlegend"] = false;
        }
        return traces;
    }

    /// <summary>JSON has no word for what is not a number but null. And a trace without a point would leave the legend, which would jump.</summary>
    static JsonArray Gaps(JsonNode values) => values.AsArray() is { Count: > 0 } some
        ? Array(some.Select(value => value is JsonValue v && v.TryGetValue<string>(out _) ? null : value?.DeepClone()))
        : [null];

    static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];
}
