using System.IO.Compression;
using System.Xml.Linq;

namespace Perceptron.Figures.Tests;

/// <summary>The package that the build has just made.</summary>
public class PackageTests
{
    internal static readonly string Root = Up(AppContext.BaseDirectory);

    [Fact]
    public void It_holds_the_library_the_plug_in_with_its_closure_and_the_extension()
    {
        using var package = Open();
        var files = package.Entries.Select(e => e.FullName).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "README.md", "build/LinearToNeural.Lesson.targets", "interactive-extensions/dotnet/extension.dib",
                "lib/net10.0/Perceptron.dll", "lib/net10.0/Perceptron.xml", "lib/net10.0/Perceptron.Figures.dll", "lib/net10.0/Perceptron.Figures.xml",
                "plotly/Perceptron.Figures.Plotly.dll", "plotly/Perceptron.Figures.Plotly.deps.json", "plotly/Plotly.NET.dll", "plotly/Plotly.NET.CSharp.dll",
                "plotly/FSharp.Core.dll", "plotly/DynamicObj.dll", "plotly/Giraffe.ViewEngine.dll", "plotly/Newtonsoft.Json.dll", "plotly/Fable.Core.dll",
            },
            files);
        Assert.DoesNotContain("plotly/Perceptron.Figures.dll", files);
        Assert.DoesNotContain("plotly/Perceptron.dll", files);
        Assert.Equal(4, files.Count(f => f.StartsWith("lib/", StringComparison.Ordinal)));
        Assert.DoesNotContain(files, f => f.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Fact]
    public void It_depends_on_MathNet_and_nothing_else()
    {
        using var package = Open();
        using var nuspec = package.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        var dependency = Assert.Single(metadata.Descendants(), e => e.Name.LocalName == "dependency");
        Assert.Equal(("MathNet.Numerics", "5.0.0"), (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value));
        Assert.Equal("MIT", metadata.Elements().Single(e => e.Name.LocalName == "license").Value);
        Assert.Equal("LinearToNeural.Lesson", metadata.Elements().Single(e => e.Name.LocalName == "id").Value);
    }

    [Fact]
    public void It_is_the_library_that_was_built_with_it()
    {
        using var package = Open();
        using var packed = new MemoryStream();
        using (var entry = package.GetEntry("lib/net10.0/Perceptron.Figures.dll")!.Open())
            entry.CopyTo(packed);
        Assert.Equal(typeof(Figure).Module.ModuleVersionId, System.Reflection.Assembly.Load(packed.ToArray()).ManifestModule.ModuleVersionId);
    }

    static ZipArchive Open() => ZipFile.OpenRead(Path.Combine(Root, "packages", "LinearToNeural.Lesson.1.0.0.nupkg"));

    static string Up(string folder) => File.Exists(Path.Combine(folder, "Tutorial.sln")) ? folder : Up(Path.GetDirectoryName(folder)!);
}
