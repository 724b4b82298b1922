using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace Perceptron.Figures.Tests;

public class PublicApiTests
{
    static readonly string Api = typeof(Figure).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";

    [Fact]
    public void The_public_api_is_the_accepted_one()
    {
        var accepted = Path.Combine(Folder(), "PublicApi.txt");
        var received = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
        File.WriteAllText(received, Api);
        Assert.True(
            File.Exists(accepted) && File.ReadAllText(accepted).ReplaceLineEndings("\n") == Api,
            $"The public API of Perceptron.Figures has changed. If that is wanted, copy {received} over {accepted}.");
    }

    [Fact]
    public void No_public_type_or_member_mentions_Plotly_NET_or_FSharp()
    {
        Assert.DoesNotContain("Plotly.NET", Api, StringComparison.Ordinal);
        Assert.DoesNotContain("FSharp", Api, StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(Figure).Assembly.GetReferencedAssemblies(), a => a.Name is "Plotly.NET" or "FSharp.Core");
    }

    static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
