namespace Tutorial.Export;

/// <summary>The folder of the exported programs, with the files beside them that make them build there.</summary>
static class ProgramFolder
{
    /// <summary>A build looks for these from its folder upward, and would take the repository's, which are meant for its own projects.</summary>
    static readonly string[] Barriers = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    const string Barrier =
        """
        <Project>
          <!-- Empty: with this file here, the programs beside it are not built by the rules of a folder above. -->
        </Project>

        """;

    /// <summary>Prepares the folder. A file that is there already is left as it is.</summary>
    public static void Prepare(string folder, Repository repository)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in Barriers)
            WriteNew(Path.Combine(folder, name), Barrier);
        var packages = Path.GetRelativePath(folder, Path.Combine(repository.Root, "packages")).Replace('\\', '/');
        WriteNew(Path.Combine(folder, "nuget.config"),
            $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <!-- The lesson's own package. Public packages come from the sources you already have. -->
                <add key="linear-to-neural" value="{System.Net.WebUtility.HtmlEncode(packages)}" />
              </packageSources>
            </configuration>

            """);
    }

    /// <summary>Writes a program over its own earlier version, and over nothing else.</summary>
    /// <exception cref="NotExportable">There is a file of this name that was not exported.</exception>
    public static void Write(string path, string program)
    {
        if (File.Exists(path) && !File.ReadAllText(path).StartsWith(ExportedProgram.FirstWords, StringComparison.Ordinal))
            throw new NotExportable($"{path} is there already and was not exported. Move it away, or choose another folder with --out.");
        File.WriteAllText(path, program);
    }

    static void WriteNew(string path, string text)
    {
        if (!File.Exists(path))
            File.WriteAllText(path, text.ReplaceLineEndings("\n"));
    }
}
