using System.IO.Compression;
using System.Text.Json;
using Tutorial.VSCode;

namespace Tutorial.Tests.VSCode;

/// <summary>What is in the .vsix, without an editor to install it.</summary>
public sealed class VsixTests : IDisposable
{
    static readonly Repository Lesson = Repository.Find();

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    ZipArchive Write(string name = "a.vsix")
    {
        Vsix.Write(_folder[name], Path.Combine(Lesson.Root, "src", "vscode"), PlotlyScript.ReadFrom(LessonPackage.PathIn(Lesson)), ["dotnet", "Tutorial.dll", "serve"]);
        return ZipFile.OpenRead(_folder[name]);
    }

    static string Text(ZipArchive zip, string entry)
    {
        using var reader = new StreamReader(zip.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    [Fact]
    public void It_holds_every_file_that_the_extension_names()
    {
        using var zip = Write();
        using var package = JsonDocument.Parse(Text(zip, "extension/package.json"));
        var root = package.RootElement;
        var names = zip.Entries.Select(entry => entry.FullName).ToHashSet();
        Assert.Contains("extension/" + root.GetProperty("main").GetString()![2..], names);
        Assert.Contains("extension/" + root.GetProperty("contributes").GetProperty("notebookRenderer")[0].GetProperty("entrypoint").GetString()![2..], names);
        Assert.All(
            names.Where(name => name.EndsWith(".js", StringComparison.Ordinal) && !name.EndsWith(".min.js", StringComparison.Ordinal)).SelectMany(name => Text(zip, name).Split("require('./").Skip(1).Select(rest => rest.Split('\'')[0])),
            needed => Assert.Contains($"extension/{(needed.EndsWith(".json", StringComparison.Ordinal) ? needed : needed + ".js")}", names));
        Assert.Contains($"Id=\"{root.GetProperty("name").GetString()}\"", Text(zip, "extension.vsixmanifest"));
        Assert.Equal(Vsix.Id, $"{root.GetProperty("publisher").GetString()}.{root.GetProperty("name").GetString()}");
        Assert.Equal("""{"command":["dotnet","Tutorial.dll","serve"]}""", Text(zip, "extension/host.json"));
    }

    [Fact]
    public void It_holds_the_plotly_js_of_the_lessons_package_where_no_require_js_takes_it()
    {
        using var zip = Write();
        var script = Text(zip, "extension/renderer/plotly.min.js");
        Assert.StartsWith("const define = undefined", script);
        Assert.Contains("plotly.js v", script[..200]);
        Assert.True(script.Length > 3_000_000, $"plotly.js has {script.Length} characters.");
        Assert.EndsWith("));", script.TrimEnd());
    }

    [Fact]
    public void The_same_sources_give_the_same_file()
    {
        Write("a.vsix").Dispose();
        Write("b.vsix").Dispose();
        Assert.Equal(File.ReadAllBytes(_folder["a.vsix"]), File.ReadAllBytes(_folder["b.vsix"]));
    }

    [Fact] // The extension asks nothing of the network.
    public void Its_own_files_name_no_address() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Lesson.Root, "src", "vscode"), "*.js", SearchOption.AllDirectories),
        file => Assert.DoesNotMatch("https?://|fetch\\(|XMLHttpRequest|require\\('(net|http|https|dgram)'\\)", File.ReadAllText(file)));
}
