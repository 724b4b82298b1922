using Perceptron.Figures;

namespace Tutorial.Tests.Charts;

/// <summary>A chart draws itself whatever came before it on the page: reopened notebooks are drawn bottom-up, cells are run twice, require.js is there or not.</summary>
public class ChartOrderTests(Browser browser)
{
    const string New = """{"data":[{"type":"scatter","x":[1,2,3],"y":[2,1,3]}],"layout":{"title":{"text":"New"}},"config":{}}""";

    /// <summary>A module loader as require.js is: it takes what calls it.</summary>
    const string Loader = "<script>window.taken = 0; window.define = (...a) => { window.taken++; }; window.define.amd = {}; window.require = () => { throw new Error('not asked for'); };</script>";

    static string Chart => PlotlyHtml.Chart(New, "A new chart.");

    static string Library => PlotlyHtml.Embed(Site.PlotlyJs);

    /// <summary>What earlier versions of the lesson have saved in notebooks.</summary>
    static string Saved => File.ReadAllText(Path.Combine(Repository.Find().Root, "tests", "Tutorial.Tests", "Charts", "saved-chart.html"));

    [Theory]
    [InlineData("library chart", false)]
    [InlineData("chart library chart", false)]
    [InlineData("chart library chart", true)]
    [InlineData("library chart chart library", false)]
    [InlineData("saved library chart", false)]
    [InlineData("chart library saved", true)]
    public async Task Every_chart_is_drawn_once(string order, bool loader)
    {
        var parts = order.Split(' ').Select(part => part switch { "library" => Library, "saved" => Saved, _ => Chart });
        await using var site = await Site.OpenAsync(browser, (loader ? Loader : "") + string.Concat(parts));
        var charts = order.Split(' ').Count(part => part != "library");
        await site.Page.WaitForFunctionAsync("n => document.querySelectorAll('.js-plotly-plot .scatterlayer .point, .js-plotly-plot .scatterlayer path.js-line').length >= n", charts);
        Assert.Equal(charts, await site.Page.Locator(".js-plotly-plot").CountAsync());
        Assert.Equal(charts, await site.Page.Locator(".main-svg .scatterlayer").CountAsync());
        // A chart of today has its keys, one saved before is as it was.
        await site.Page.WaitForFunctionAsync("n => [...document.querySelectorAll('.js-plotly-plot')].filter(p => p.querySelector('.modebar-btn[role=button]')).length === n", order.Split(' ').Count(part => part == "chart"));
        Assert.Equal(0, loader ? await site.Page.EvaluateAsync<int>("taken") : 0);
        Assert.Empty(site.Wrong);
    }

    [Fact] // A cell run again puts its output in the place of the old one: the script runs anew, on elements that another has made.
    public async Task A_cell_run_again_is_drawn_again()
    {
        await using var site = await Site.OpenAsync(browser, Library + "<div id=output></div>");
        for (var i = 0; i < 2; i++)
        {
            await site.Page.EvaluateAsync("html => document.getElementById('output').replaceChildren(document.createRange().createContextualFragment(html))", Chart);
            await site.Page.Locator("#output .modebar-btn[role=button]").First.WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
            Assert.Equal(1, await site.Page.Locator(".js-plotly-plot").CountAsync());
        }

        Assert.Empty(site.Wrong);
    }

    [Fact]
    public async Task The_words_follow_the_page_from_light_to_dark()
    {
        await using var site = await Site.OpenAsync(browser, Library + Chart);
        await site.Page.Locator(".gtitle").WaitForAsync();
        var light = await site.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.gtitle')).fill");
        await site.Page.EmulateMediaAsync(new() { ColorScheme = Microsoft.Playwright.ColorScheme.Dark });
        await site.Page.WaitForFunctionAsync("light => getComputedStyle(document.querySelector('.gtitle')).fill !== light", light);
        Assert.Equal(await site.Page.EvaluateAsync<string>("getComputedStyle(document.body).color"), await site.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.gtitle')).fill"));
    }
}
