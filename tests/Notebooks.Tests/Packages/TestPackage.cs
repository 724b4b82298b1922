using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Tests;

/// <summary>Makes assemblies and NuGet packages for tests, by hand, so that no network is needed.</summary>
internal static class TestPackage
{
    public static string Compile(string path, string code, params string[] references)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var framework = FrameworkReferences.Find().Concat(references).Select(r => MetadataReference.CreateFromFile(r));
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(path),
            [CSharpSyntaxTree.ParseText(code)],
            framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }

    /// <summary>Packs an assembly of the package's name into a feed.</summary>
    /// <param name="feed">The feed's folder.</param>
    /// <param name="id">The package's id, and the assembly's name.</param>
    /// <param name="code">The assembly's source.</param>
    /// <param name="files">Other files: path and text.</param>
    public static void Pack(string feed, string id, string code, params (string Path, string Text)[] files)
    {
        Directory.CreateDirectory(feed);
        var assembly = Compile(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), id + ".dll"), code);
        var nupkg = Path.Combine(feed, $"{id}.1.0.0.nupkg");
        File.Delete(nupkg);
        using (var zip = ZipFile.Open(nupkg, ZipArchiveMode.Create))
        {
            Add(zip, $"{id}.nuspec", $"""
                <?xml version="1.0"?>
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
                  <metadata><id>{id}</id><version>1.0.0</version><authors>test</authors><description>test</description></metadata>
                </package>
                """);
            zip.CreateEntryFromFile(assembly, $"lib/net10.0/{id}.dll");
            foreach (var (path, text) in files)
                Add(zip, path, text);
        }

        Directory.Delete(Path.GetDirectoryName(assembly)!, recursive: true);
    }

    private static void Add(ZipArchive zip, string path, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open());
        writer.Write(text);
    }
}

/// <summary>A folder with a nuget.config that knows only the folder's own feed, and a packages folder of its own.</summary>
internal sealed class PackageFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string? _before = Environment.GetEnvironmentVariable("NUGET_PACKAGES");

    public PackageFolder()
    {
        _folder.Write("nuget.config", "<configuration><packageSources><clear /><add key=\"here\" value=\"feed\" /></packageSources></configuration>");
        Directory.CreateDirectory(Feed);
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", Unpacked);
    }

    public string Path => _folder.Path;

    public string Feed => System.IO.Path.Combine(_folder.Path, "feed");

    public string Unpacked => System.IO.Path.Combine(_folder.Path, "unpacked");

    public TestSession NewSession() => new(o => o with { WorkingDirectory = Directory.CreateDirectory(System.IO.Path.Combine(Path, "notebooks")).FullName });

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("NUGET_PACKAGES", _before);
        _folder.Dispose();
    }
}
