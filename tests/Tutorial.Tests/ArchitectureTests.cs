using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Xml.Linq;

namespace Tutorial.Tests;

/// <summary>The arrows of ARCHITECTURE.md, read from the project files and from the built assemblies.</summary>
public class ArchitectureTests
{
    static readonly Repository Lesson = Repository.Find();

    static readonly string Configuration = Path.GetFileName(TutorialProgram.Folder);

    static IEnumerable<XElement> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Lesson.Root, "src", project, $"{project}.csproj")).Descendants(kind);

    /// <summary>What its assembly refers to, without the parts of .NET itself.</summary>
    static IReadOnlyList<string> Assemblies(string project)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(Lesson.Artifacts, "bin", project, Configuration, $"{project}.dll")));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => name is not ("netstandard" or "mscorlib" or "System" or "Microsoft.Win32.Primitives") && (!name.StartsWith("System.", StringComparison.Ordinal) || name == "System.CommandLine"))
                .Order(StringComparer.Ordinal),
        ];
    }

    [Theory]
    [InlineData("Perceptron")]
    [InlineData("Perceptron.Figures", "Perceptron")]
    [InlineData("Perceptron.Figures.Plotly", "Perceptron.Figures")]
    [InlineData("Notebooks.Interactive")]
    [InlineData("Notebooks", "Notebooks.Interactive")]
    [InlineData("Notebooks.Jupyter", "Notebooks")]
    [InlineData("Tutorial", "Notebooks", "Notebooks.Jupyter", "Perceptron.Figures.Plotly")] // the second is built and packed, not referred to: see below
    public void Projects_refer_only_where_the_arrows_point(string project, params string[] allowed) =>
        Assert.Subset(allowed.ToHashSet(), Items(project, "ProjectReference").Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value.Replace('\\', '/'))).ToHashSet());

    [Theory]
    [InlineData("Perceptron", "MathNet.Numerics")]
    [InlineData("Perceptron.Figures", "MathNet.Numerics", "Perceptron")]
    [InlineData("Notebooks.Interactive", "Microsoft.AspNetCore.Html.Abstractions")]
    [InlineData("Notebooks", "Notebooks.Interactive", "Microsoft.CodeAnalysis", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.AspNetCore.Html.Abstractions", "FSharp.Compiler.Service", "FSharp.Core")]
    [InlineData("Notebooks.Jupyter", "Notebooks", "NetMQ")]
    [InlineData("Tutorial", "Notebooks", "System.CommandLine", "Spectre.Console", "Markdig", "Microsoft.CodeAnalysis")]
    public void Assemblies_refer_only_where_the_arrows_point(string project, params string[] allowed) =>
        Assert.All(Assemblies(project), name => Assert.Contains(allowed, prefix => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal)));

    [Fact] // A cell gets these from the package; a second copy in the process would be another type of the same name.
    public void The_command_line_holds_no_copy_of_the_lesson_or_of_its_packages()
    {
        string[] foreign = ["Perceptron", "MathNet", "Plotly", "DynamicObj", "Giraffe"];
        bool IsForeign(string name) => foreign.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

        Assert.DoesNotContain(Directory.EnumerateFiles(TutorialProgram.Folder, "*.dll").Select(path => Path.GetFileName(path)), IsForeign);
        using var dependencies = JsonDocument.Parse(File.ReadAllText(Path.Combine(TutorialProgram.Folder, "Tutorial.deps.json")));
        Assert.DoesNotContain(dependencies.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name), IsForeign);
    }

    [Fact]
    public void The_model_needs_one_package() =>
        Assert.Subset(new HashSet<string> { "MathNet.Numerics", "System.Numerics.Tensors" }, Items("Perceptron", "PackageReference").Select(e => e.Attribute("Include")!.Value).ToHashSet());

    [Fact] // The archived kernel holds an older FSharp.Core than Plotly.NET needs, so nothing public may mention either.
    public void The_figures_show_no_type_of_Plotly_or_FSharp() =>
        Assert.DoesNotContain(Assemblies("Perceptron.Figures"), name => name.StartsWith("Plotly", StringComparison.Ordinal) || name.StartsWith("FSharp", StringComparison.Ordinal));

    [Fact]
    public void The_host_knows_no_network_socket_or_chart() => Assert.DoesNotContain(
        AllReferences("Notebooks"), name => name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("Plotly", StringComparison.Ordinal));

    static IReadOnlyList<string> AllReferences(string project)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(Lesson.Artifacts, "bin", project, Configuration, $"{project}.dll")));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
