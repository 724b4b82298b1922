using System.Text.Json.Nodes;

namespace Perceptron.Figures.Plotly;

/// <summary>A film's slider and buttons, between its panels and the legend.</summary>
static class FilmControls
{
    /// <summary>Between two moments when it plays, in milliseconds.</summary>
    const int Pace = 150;

    internal static void Put(JsonObject layout, Film film)
    {
        layout["sliders"] = new JsonArray(Slider(film));
        layout["updatemenus"] = new JsonArray(Buttons());
        // The panels' places are reckoned in pixels: nothing may push them.
        layout["margin"] = Object(("l", 48), ("r", 20), ("t", film.Room.Above), ("b", film.Room.Below), ("autoexpand", false));
        layout["legend"]!["itemsizing"] = "trace"; // where several lines meet, their dashes must be told apart
        layout["meta"]!["wide"]!["margin.b"] = film.Room.Below;
        layout["meta"]!["narrow"]!["margin.b"] = film.Room.NarrowBelow;
    }

    /// <summary>The label of the moment stands to the right above the slider, beside the buttons.</summary>
    static JsonObject Slider(Film film) => Object(
        ("active", 0), ("x", 0), ("len", 1), ("y", 0), ("yanchor", "top"), ("pad", Object(("t", 52), ("b", 0), ("l", 0), ("r", 0))),
        ("currentvalue", Object(("prefix", film.Prefix), ("suffix", film.Suffix), ("xanchor", "right"), ("offset", 12), ("font", Object(("size", 13))))),
        ("bgcolor", Palette.Text(Palette.Grid)), ("activebgcolor", Palette.Text(Palette.Class0)), ("bordercolor", Palette.Text(Palette.Neutral)),
        ("tickcolor", Palette.Text(Palette.Neutral)), ("minorticklen", 3), ("ticklen", 5), ("transition", Object(("duration", 0))),
        ("steps", new JsonArray([.. film.Stills.Select(still =>
            Object(("label", still.Label), ("name", still.Spoken), ("method", "animate"), ("args", new JsonArray(new JsonArray(still.Label), Animation(0)))))])));

    /// <summary>Nothing moves before a reader presses Play, and Pause stops it.</summary>
    static JsonObject Buttons()
    {
        var onward = Animation(Pace);
        onward["fromcurrent"] = true;
        static JsonObject Button(string label, JsonNode? frames, JsonObject animation) => Object(("label", label), ("method", "animate"), ("args", new JsonArray(frames, animation)));
        return Object(
            ("type", "buttons"), ("direction", "left"), ("showactive", false), ("x", 0), ("xanchor", "left"), ("y", 0), ("yanchor", "top"),
            ("pad", Object(("t", 46), ("l", 0), ("r", 0), ("b", 0))), ("bgcolor", Palette.Text(Palette.Nothing)), ("bordercolor", Palette.Text(Palette.Neutral)), ("font", Object(("size", 13))),
            ("buttons", new JsonArray(Button("Play", null, onward), Button("Pause", new JsonArray((JsonNode?)null), Animation(0)))));
    }

    static JsonObject Animation(int pace) =>
        Object(("mode", "immediate"), ("frame", Object(("duration", pace), ("redraw", true))), ("transition", Object(("duration", 0))));

    static JsonObject Object(params (string Name, JsonNode? Value)[] properties) => new(properties.Select(p => KeyValuePair.Create(p.Name, p.Value)));
}
