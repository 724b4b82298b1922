using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Perceptron.Figures;

/// <summary>The still picture as SVG, and byhand.js with the numbers that it needs. The parts that move have names (data-part); there is no id that two outputs could share.</summary>
static class ByHandHtml
{
    const int Size = 400;

    /// <summary>The colours of the other figures: see Palette in the drawing plug-in.</summary>
    const string Color0 = "#2f7fd6", Color1 = "#d9532c", Edge0 = "#174a80", Edge1 = "#7d2a12", Neutral = "#808080";

    static readonly string[] Dashes = ["", "9 6", "2 5", "9 4 2 4"];

    internal static string Of(string title, string seen, string description, Scatter points, bool[] ones, ByHand.Setting[] settings)
    {
        var box = Box.Around(points.X, points.Y);
        var start = settings[0].Model;
        var picture = $"The plane with {Words.Count(points.Count, "point")}, {Words.Count(start.Layers[0].Units, "line")} and the regions of the two predicted classes.";
        var json = Json(points, box, settings, picture);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + description + json + Script.Value)))[..16];
        return $$"""
            <div data-by-hand="{{key}}" role="group" aria-label="{{Text(title)}}" style="max-width:600px;position:relative">
            <p style="margin:.3em 0;text-align:center;font-weight:600">{{Text(title)}}</p>
            <svg data-part="picture" viewBox="0 0 440 440" role="img" aria-label="{{Text(picture + " " + seen)}}" style="width:100%;max-width:440px;height:auto;display:block;font:15px system-ui,sans-serif" fill="currentColor">
            {{Ticks(box)}}<svg data-part="plot" x="34" y="4" width="{{Size}}" height="{{Size}}" viewBox="0 0 {{Size}} {{Size}}">
            {{Marks(points, ones, start, box)}}</svg>
            <rect x="34" y="4" width="{{Size}}" height="{{Size}}" fill="none" stroke="{{Neutral}}"/>
            </svg>
            <p data-part="seen" style="margin:.3em 0;font-weight:600">{{Text(seen)}}</p>
            <p data-part="words" style="margin:.3em 0">{{Text(description)}}</p>
            </div>
            <script>
            (function () {
            {{Script.Value}}
            const given = {{json}};
            document.querySelectorAll('[data-by-hand="{{key}}"]:not([data-alive])').forEach(box => {
            box.setAttribute("data-alive", "");
            byHand(box, given);
            });
            })();
            </script>
            """.ReplaceLineEndings("\n");
    }

    static string Json(Scatter points, Box box, ByHand.Setting[] settings, string picture)
    {
        object Numbers(ByHand.Setting setting)
        {
            var (hidden, meta) = (setting.Model.Layers[0], setting.Model.Layers[1]);
            return new { name = setting.Name, w = hidden.Weights.ToColumnArrays(), b = hidden.Bias.ToArray(), wm = meta.Weights.Column(0).ToArray(), bm = meta.Bias[0] };
        }

        double Limit(Func<Mlp, IEnumerable<double>> of) => Math.Max(5, Math.Ceiling(1.25 * settings.SelectMany(s => of(s.Model)).Max(Math.Abs)));
        var given = new
        {
            box = (double[])[box.Left, box.Right, box.Bottom, box.Top],
            points = Enumerable.Range(0, 2).SelectMany(label => points.Of(label)[0].Zip(points.Of(label)[1], (x, y) => new[] { x, y, label })),
            settings = settings.Select(Numbers),
            limits = new
            {
                w = Limit(m => m.Layers[0].Weights.Enumerate()),
                b = Limit(m => m.Layers[0].Bias),
                wm = Limit(m => m.Layers[1].Weights.Enumerate()),
                bm = Limit(m => m.Layers[1].Bias),
            },
            names = new
            {
                picture,
                help = "Drag a line to move it, or the tip of its arrow to turn it. Or choose below what to set, and use the sliders; the arrow keys move them, too. The arrow points to the side where the line says yes.",
            },
        };
        // The serializer writes < and > as escapes, so nothing in it can end the script.
        return JsonSerializer.Serialize(given);
    }

    static readonly Lazy<string> Script = new(() => PlotlyHtml.OwnScript("byhand.js"));

    static string Marks(Scatter points, bool[] ones, Mlp start, Box box)
    {
        var area = Outlines(Region.Outlines(AtPoints.Ask(x => start.Forward(x).Scores.Column(0).Select(s => s >= 0)), box, 60), box);
        var svg = new StringBuilder();
        void Add(FormattableString markup) => svg.Append(markup.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Add($"""<path data-part="zero" d="M0 0H{Size}V{Size}H0Z{area}" fill="{Color0}" fill-opacity=".2" fill-rule="evenodd"/>""");
        Add($"""<path data-part="one" d="{area}" fill="{Color1}" fill-opacity=".2"/>""");
        Add($"""<path data-part="border" d="{area}" fill="none" stroke="{Neutral}" stroke-width="3.5" stroke-linecap="round"/>""");
        Add($"""<path d="{Dots(points.Of(0), box, "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0")}" fill="{Color0}" stroke="{Edge0}" stroke-width=".8"/>""");
        Add($"""<path d="{Dots(points.Of(1), box, "m-5.5 0l5.5-5.5 5.5 5.5-5.5 5.5z")}" fill="{Color1}" stroke="{Edge1}" stroke-width=".8"/>""");
        Add($"""<path data-part="wrong" d="{Dots(points.Wrong(ones).At, box, "m-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0")}" fill="none" stroke="{Neutral}" stroke-width="1.5"/>""");
        for (var j = 0; j < start.Layers[0].Units; j++)
        {
            var line = box.Clip(start.Layers[0].Weights[0, j], start.Layers[0].Weights[1, j], start.Layers[0].Bias[j]);
            var at = line is null ? "" : $"M{Place(line[0][0], line[1][0], box)}L{Place(line[0][1], line[1][1], box)}";
            Add($"""<path data-part="line{j}" d="{at}" fill="none" stroke="{Neutral}" stroke-width="2.5" stroke-dasharray="{Dashes[j]}"/><path data-part="arrow{j}" d="" stroke="{Neutral}" stroke-width="2.5"/>""");
            var (x, y) = line is null ? (0, 0) : ((line[0][0] + line[0][1]) / 2, (line[1][0] + line[1][1]) / 2);
            Add($"""<text data-part="name{j}" x="{X(x, box):0.#}" y="{Y(y, box):0.#}" text-anchor="middle"{(line is null ? " display=\"none\"" : "")}>{j + 1}</text>""");
        }
        return svg.ToString();
    }

    static string Ticks(Box box)
    {
        var svg = new StringBuilder();
        var step = Math.Pow(10, Math.Floor(Math.Log10(box.Width / 2)));
        if (box.Width / step > 6)
            step *= 2;
        IEnumerable<double> Between(double low, double high) =>
            Enumerable.Range((int)Math.Ceiling(low / step), 12).Select(k => k * step).Where(tick => tick <= high);
        foreach (var tick in Between(box.Left, box.Right))
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{34 + X(tick, box):0.#}" y="{Size + 21}" text-anchor="middle">{Words.Number(tick)}</text>""");
        foreach (var tick in Between(box.Bottom, box.Top))
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="29" y="{9 + Y(tick, box):0.#}" text-anchor="end">{Words.Number(tick)}</text>""");
        return svg.Append(CultureInfo.InvariantCulture, $"""<text x="{34 + Size / 2}" y="{Size + 38}" text-anchor="middle">x₁</text><text x="2" y="{Size / 2 - 14}">x₂</text>""").Append('\n').ToString();
    }

    static string Outlines(double[][] outlines, Box box)
    {
        var path = new StringBuilder();
        var open = false;
        foreach (var (x, y) in outlines[0].Zip(outlines[1]))
        {
            path.Append(double.IsNaN(x) ? "Z" : (open ? "L" : "M") + Place(x, y, box));
            open = !double.IsNaN(x);
        }
        return path.ToString();
    }

    static string Dots(double[][] at, Box box, string shape) => string.Concat(at[0].Zip(at[1], (x, y) => $"M{Place(x, y, box)}{shape}"));

    static double X(double x, Box box) => (x - box.Left) / box.Width * Size;

    static double Y(double y, Box box) => (box.Top - y) / box.Height * Size;

    static string Place(double x, double y, Box box) => string.Create(CultureInfo.InvariantCulture, $"{X(x, box):0.#} {Y(y, box):0.#}");

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
