using System.Runtime.CompilerServices;
using Notebooks.Interactive;
using PublicApiGenerator;

namespace Notebooks.Tests;

public class PublicApiTests
{
    [Theory]
    [InlineData(typeof(Session))]
    [InlineData(typeof(CellHelpers))]
    public void The_public_api_is_the_accepted_one(Type one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var name = one.Assembly.GetName().Name;
        var api = one.Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var accepted = Path.Combine(Folder(), $"PublicApi.{name}.txt");
        var received = Path.Combine(AppContext.BaseDirectory, $"PublicApi.{name}.received.txt");
        File.WriteAllText(received, api);
        Assert.True(
            File.Exists(accepted) && File.ReadAllText(accepted).ReplaceLineEndings("\n") == api,
            $"The public API of {name} has changed. If that is wanted, copy {received} over {accepted}.");
    }

    static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
