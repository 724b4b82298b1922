namespace Notebooks.Tests;

public class ValueFormatterTests
{
    [Fact]
    public async Task A_string_is_plain_text_only()
    {
        using var session = new TestSession();
        Assert.Equal([new("text/plain", "<b>")], (await session.RunAsync("\"<b>\"")).ResultData);
    }

    [Fact]
    public async Task Everything_else_is_html_with_plain_text_beside_it()
    {
        using var session = new TestSession();
        Assert.Equal(["text/html", "text/plain"], (await session.RunAsync("new { A = 1 }")).ResultData.MimeTypes);
        Assert.Equal([new("text/html", "<b>x</b>"), new("text/plain", "<b>x</b>")], (await session.RunAsync("HTML(\"<b>x</b>\")")).ResultData);
    }

    [Fact]
    public async Task A_formatter_registered_in_a_cell_is_used()
    {
        using var session = new TestSession();
        await session.RunAsync("using Microsoft.DotNet.Interactive.Formatting;\nrecord P(int X);\nFormatter.Register<P>(p => $\"<i>{p.X}</i>\", \"text/html\");\nFormatter.Register<P>(p => $\"P{p.X}\", \"text/plain\");");
        Assert.Equal([new("text/html", "<i>1</i>"), new("text/plain", "P1")], (await session.RunAsync("new P(1)")).ResultData);
        await session.RunAsync("Formatter.SetPreferredMimeTypesFor(typeof(P), \"text/plain\");");
        Assert.Equal(["text/plain"], (await session.RunAsync("new P(1)")).ResultData.MimeTypes);
    }

    [Fact]
    public async Task An_object_shows_itself_by_the_convention_without_a_reference()
    {
        using var session = new TestSession();
        await session.RunAsync("""
            using System.IO;
            [AttributeUsage(AttributeTargets.Class)]
            class TypeFormatterSourceAttribute : Attribute
            {
                public TypeFormatterSourceAttribute(Type t) => FormatterSourceType = t;
                public Type FormatterSourceType { get; }
                public string[] PreferredMimeTypes { get; set; }
            }
            class Source { public IEnumerable<object> CreateTypeFormatters() { yield return new F("application/vnd.plotly.v1+json", "{\"data\": []}"); yield return new F("text/html", "<p>"); yield return new F("text/plain", "a figure"); } }
            class F
            {
                readonly string text;
                public F(string mime, string text) { MimeType = mime; this.text = text; }
                public string MimeType { get; }
                public bool Format(object o, TextWriter w) { w.Write(text); return true; }
            }
            [TypeFormatterSource(typeof(Source), PreferredMimeTypes = new[] { "application/vnd.plotly.v1+json", "text/html", "text/plain" })]
            class Figure { }
            """);
        Assert.Equal(
            [new("application/vnd.plotly.v1+json", """{"data":[]}"""), new("text/html", "<p>"), new("text/plain", "a figure")],
            (await session.RunAsync("new Figure()")).ResultData);
    }

    [Fact]
    public async Task A_type_that_the_host_knows_by_name_is_shown_its_way_derived_types_too()
    {
        using var session = new TestSession(o => o with
        {
            Formatters = [new("System.Text.EncoderFallback", value => new MimeBundle("text/html", "<b>fallback</b>"))],
        });
        var shown = await session.RunAsync("new EncoderReplacementFallback(\"?\")");
        Assert.Equal("<b>fallback</b>", shown.ResultData["text/html"]);
        Assert.NotEmpty(shown.ResultData["text/plain"]);
    }

    [Fact]
    public async Task A_formatter_that_throws_is_an_error_of_the_cell()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("using Microsoft.DotNet.Interactive.Formatting;\nclass Q { }\nFormatter.Register<Q>((Func<Q, string>)(q => throw new InvalidOperationException(\"no\")), \"text/html\");\nnew Q()");
        Assert.IsType<CellResult.Threw>(shown.Result);
        Assert.Equal(1, (await session.RunAsync("1")).Value);
    }
}
