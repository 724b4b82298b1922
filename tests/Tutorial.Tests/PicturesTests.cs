using System.Text.Json;
using System.Text.RegularExpressions;
using Notebooks;
using Tutorial.Pictures;
using Tutorial.Running;

namespace Tutorial.Tests;

/// <summary>The pictures of figures that lie in the repository: there, small, and of what the notebooks show today.</summary>
public partial class PicturesTests(LessonBook book, Browser browser)
{
    static readonly Repository Lesson = Repository.Find();

    /// <summary>The figures' pictures in the README, and those in the notebooks.</summary>
    static IEnumerable<string> Shown =>
        PictureOf().Matches(File.ReadAllText(Path.Combine(Lesson.Root, "README.md"))).Select(match => match.Groups["name"].Value)
            .Where(name => !name.StartsWith("vscode-", StringComparison.Ordinal))
            .Concat(NotebookPaths.In(Lesson.Notebooks).SelectMany(path => PictureOf().Matches(File.ReadAllText(path))).Select(match => match.Groups["name"].Value))
            .Distinct();

    static Dictionary<string, string> Listed => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Lesson.Pictures, PictureFiles.List)))!;

    [Fact]
    public void They_show_what_the_notebooks_show_today()
    {
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var today = FigurePicture.Of(NotebookPaths.In(book.Folder).Select(path => (Path.GetFileNameWithoutExtension(path), Notebook.Read(path)))).ToDictionary(figure => figure.Name, figure => figure.Fingerprint);
        Assert.NotEmpty(Shown);
        var stale = Shown.Where(name => Listed.GetValueOrDefault(name) != today.GetValueOrDefault(name) || !today.ContainsKey(name));
        Assert.True(!stale.Any(), $"Another figure is drawn today as {string.Join(", ", stale)}. Draw the pictures anew: dotnet run --project src/Tutorial -- figures");
    }

    [Fact]
    public void Each_is_at_most_60_kB()
    {
        var pictures = PictureOf().Matches(File.ReadAllText(Path.Combine(Lesson.Root, "README.md"))).Select(match => Path.Combine(Lesson.Root, match.Groups["path"].Value)).ToList();
        Assert.NotEmpty(pictures);
        Assert.All(pictures, path => Assert.InRange(new FileInfo(path).Length, 1000, 60_000));
    }

    [Fact]
    public void Those_beside_the_notebooks_are_figures()
    {
        var pictures = Directory.GetFiles(Path.Combine(Lesson.Notebooks, "images"));
        Assert.Equal(pictures.Select(path => Path.GetFileNameWithoutExtension(path)).Order(), NotebookPaths.In(Lesson.Notebooks).SelectMany(path => PictureOf().Matches(File.ReadAllText(path))).Select(match => match.Groups["name"].Value).Distinct().Order());
        Assert.All(pictures, path => Assert.Contains(Path.GetFileNameWithoutExtension(path), Listed.Keys));
    }

    [Fact]
    public void A_fingerprint_is_of_what_a_figure_says()
    {
        static string Of(string json) => new FigurePicture("it", json).Fingerprint;
        var one = Of("""{"data":[{"x":[1.5,0.30000000000000004]}],"layout":{"title":"a"}}""");
        Assert.Equal(one, Of("""{"layout":{"title":"a"},"data":[{"x":[1.50,0.3]}]}"""));
        Assert.NotEqual(one, Of("""{"data":[{"x":[1.5,0.301]}],"layout":{"title":"a"}}"""));
        Assert.NotEqual(one, Of("""{"data":[{"x":[0.3,1.5]}],"layout":{"title":"a"}}"""));
        Assert.NotEqual(one, Of("""{"data":[{"x":[1.5,0.3]}],"layout":{"title":"b"}}"""));
    }

    [Fact]
    public async Task Packing_a_png_tighter_keeps_every_pixel()
    {
        var png = await File.ReadAllBytesAsync(Path.Combine(Lesson.Pictures, "circles.png"), TestContext.Current.CancellationToken);
        var repacked = Png.Repacked(png);
        await using var context = await browser.Required().NewContextAsync();
        var page = await context.NewPageAsync();
        var same = await page.EvaluateAsync<bool>("""
            async pictures => {
              const [one, other] = await Promise.all(pictures.map(async base64 => {
                const image = new Image();
                image.src = 'data:image/png;base64,' + base64;
                await image.decode();
                const context = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d');
                context.drawImage(image, 0, 0);
                return context.getImageData(0, 0, image.width, image.height).data;
              }));
              return one.length > 100000 && one.length === other.length && one.every((value, i) => value === other[i]);
            }
            """, new[] { Convert.ToBase64String(png), Convert.ToBase64String(repacked) });
        Assert.True(same);
    }

    [Fact]
    public async Task The_browser_gives_a_png_and_an_svg_of_each_figure()
    {
        browser.Required();
        using var folder = new TemporaryFolder();
        var plotlyJs = folder["plotly.js"];
        await File.WriteAllTextAsync(plotlyJs, """
            const canvas = Object.assign(document.createElement("canvas"), { width: 4, height: 3 });
            window.Plotly = { async newPlot() { }, purge() { }, toImage: async (_, { format }) => format === "png" ? canvas.toDataURL() : "data:image/svg+xml," + encodeURIComponent("<svg>σ &amp; φ</svg>") };
            """, TestContext.Current.CancellationToken);
        await PictureFiles.WriteAsync([new("one", """{"data":[],"layout":{}}"""), new("two", """{"data":[],"layout":{"title":"</script>"}}""")], plotlyJs, folder["out"], TestContext.Current.CancellationToken);
        Assert.Equal(["figures.json", "one.png", "one.svg", "two.png", "two.svg"], Directory.GetFiles(folder["out"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal("<svg>σ &amp; φ</svg>", await File.ReadAllTextAsync(folder["out/two.svg"], TestContext.Current.CancellationToken));
        Assert.Equal("\u0089PNG", string.Concat((await File.ReadAllBytesAsync(folder["out/one.png"], TestContext.Current.CancellationToken))[..4].Select(b => (char)b)));
    }

    [GeneratedRegex(@"\]\((?<path>(?:docs/)?images/(?<name>[^)]+)\.png)\)")]
    private static partial Regex PictureOf();
}
