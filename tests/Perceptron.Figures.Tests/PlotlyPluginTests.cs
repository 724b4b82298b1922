using System.Runtime.Loader;

namespace Perceptron.Figures.Tests;

public class PlotlyPluginTests
{
    [Fact]
    public void Plotly_NET_and_its_FSharp_live_in_a_context_of_their_own()
    {
        Figure.Data(Post.Data).ToPlotlyJson();
        static string[] Names(AssemblyLoadContext context) => [.. context.Assemblies.Select(a => a.GetName().Name!)];
        var own = AssemblyLoadContext.All.Single(context => context.Name == "Perceptron.Figures.Plotly");
        Assert.Contains("Plotly.NET", Names(own));
        Assert.Contains("FSharp.Core", Names(own));
        Assert.DoesNotContain("Perceptron.Figures", Names(own));
        Assert.DoesNotContain("Perceptron", Names(own));
        Assert.DoesNotContain("Plotly.NET", Names(AssemblyLoadContext.Default));
        Assert.DoesNotContain("FSharp.Core", Names(AssemblyLoadContext.Default));
    }

    [Fact]
    public void A_missing_plug_in_is_named_with_the_folders_and_the_cure()
    {
        var error = Assert.Throws<InvalidOperationException>(() => PlotlyPlugin.Load("here", "there"));
        Assert.Contains("Perceptron.Figures.Plotly.dll", error.Message, StringComparison.Ordinal);
        Assert.Contains("here, there", error.Message, StringComparison.Ordinal);
        Assert.Contains("reference the package LinearToNeural.Lesson", error.Message, StringComparison.Ordinal);
    }
}
