using System.Globalization;

namespace Tutorial;

/// <summary>The lesson's own package, which every build packs and every notebook refers to.</summary>
static class LessonPackage
{
    public const string Id = "LinearToNeural.Lesson", Version = "1.0.0";

    const string FileName = $"{Id}.{Version}.nupkg";

    /// <summary>Where the build puts it.</summary>
    public static string PathIn(Repository repository) => Path.Combine(repository.Root, "packages", FileName);

    /// <summary>What is wrong with it, or null: it must be there, and younger than everything that it is made of.</summary>
    public static string? Problem(Repository repository)
    {
        var package = new FileInfo(PathIn(repository));
        if (!package.Exists)
            return $"packages/{FileName} is missing.";

        var newest = Sources(repository).MaxBy(file => file.LastWriteTimeUtc);
        return newest is null || newest.LastWriteTimeUtc <= package.LastWriteTimeUtc
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"packages/{FileName} of {package.LastWriteTime:g} is older than {Path.GetRelativePath(repository.Root, newest.FullName)} of {newest.LastWriteTime:g}.");
    }

    static IEnumerable<FileInfo> Sources(Repository repository) =>
        from folder in (string[])["Perceptron", "Perceptron.Figures", "Perceptron.Figures.Plotly"]
        let path = Path.Combine(repository.Root, "src", folder)
        where Directory.Exists(path)
        from file in new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories)
        where file.Extension is ".cs" or ".csproj" or ".targets" or ".js" or ".dib"
        select file;
}
