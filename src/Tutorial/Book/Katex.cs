using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Tutorial.Book;

/// <summary>
/// KaTeX, which draws the formulas: copied beside the pages when npm can bring it, otherwise linked.
/// Both are the same pinned files, and their hashes are checked either way.
/// </summary>
/// <param name="Files">Where the files lie on this machine; null when the pages must link them.</param>
/// <param name="Note">Why they must, in one sentence for the reader.</param>
sealed record Katex(string? Files, string? Note)
{
    const string Version = "0.16.47";
    const string Linked = $"https://cdn.jsdelivr.net/npm/katex@{Version}/dist";

    static readonly (string Name, string Integrity)[] Pinned =
    [
        ("katex.min.css", "sha384-nH0MfJ44wi1dd7w6jinlyBgljjS8EJAh2JBoRad8a3VDw2K69vfaaqm4WnR+gXtA"),
        ("katex.min.js", "sha384-CwjPRVHTvLiMBFjEoij+QZViMV5rhTOIp7CJzl24JEqpRDA1sJFHVXXLURktbYYp"),
    ];

    /// <summary>The elements that load it, for the end of a page: a slow network must not hold the text back.</summary>
    public string Elements => Files is null
        ? $"""
          <link rel="stylesheet" href="{Linked}/{Pinned[0].Name}" integrity="{Pinned[0].Integrity}" crossorigin="anonymous">
          <script defer src="{Linked}/{Pinned[1].Name}" integrity="{Pinned[1].Integrity}" crossorigin="anonymous"></script>
          """
        : $"""
          <link rel="stylesheet" href="katex/{Pinned[0].Name}">
          <script defer src="katex/{Pinned[1].Name}"></script>
          """;

    /// <summary>Takes KaTeX from <paramref name="cache"/>, where npm puts it the first time.</summary>
    public static async Task<Katex> PrepareAsync(string cache, CancellationToken cancel)
    {
        var files = Path.Combine(cache, "node_modules", "katex", "dist");
        if (IsComplete(files))
            return new(files, null);

        try
        {
            await InstallAsync(cache, cancel);
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException or TimeoutException)
        {
            return new(null, $"The formulas are linked from {new Uri(Linked).Host}, because {e.Message}");
        }

        return IsComplete(files)
            ? new(files, null)
            : new(null, $"The formulas are linked from {new Uri(Linked).Host}, because npm brought files that are not those of KaTeX {Version}.");
    }

    /// <summary>Copies it into <paramref name="book"/>, with the one font format that every browser of today reads.</summary>
    public void CopyTo(string book)
    {
        if (Files is null)
            return;

        var fonts = Directory.CreateDirectory(Path.Combine(book, "katex", "fonts")).FullName;
        foreach (var (name, _) in Pinned)
            File.Copy(Path.Combine(Files, name), Path.Combine(book, "katex", name));
        foreach (var font in Directory.EnumerateFiles(Path.Combine(Files, "fonts"), "*.woff2"))
            File.Copy(font, Path.Combine(fonts, Path.GetFileName(font)));
    }

    /// <summary>The pinned files are there, byte for byte.</summary>
    internal static bool IsComplete(string files) => Pinned.All(file =>
        Path.Combine(files, file.Name) is var path && File.Exists(path)
        && $"sha384-{Convert.ToBase64String(SHA384.HashData(File.ReadAllBytes(path)))}" == file.Integrity);

    static async Task InstallAsync(string cache, CancellationToken cancel)
    {
        Directory.CreateDirectory(cache);
        foreach (var name in (string[])["package.json", "package-lock.json"])
            await File.WriteAllTextAsync(Path.Combine(cache, name), Resource.Text($"katex.{name}"), cancel);

        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci --ignore-scripts --no-audit --no-fund --loglevel=error")
        {
            WorkingDirectory = cache,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Process npm;
        try
        {
            npm = Process.Start(start) ?? throw new InvalidOperationException("npm could not be started.");
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("npm is not on this machine.");
        }

        using (npm)
        using (var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel))
        {
            limit.CancelAfter(TimeSpan.FromSeconds(60));
            try
            {
                var said = Task.WhenAll(npm.StandardOutput.ReadToEndAsync(limit.Token), npm.StandardError.ReadToEndAsync(limit.Token));
                await npm.WaitForExitAsync(limit.Token);
                if (npm.ExitCode != 0)
                    throw new InvalidOperationException($"npm failed: {FirstLine((await said)[1])}");
            }
            catch (OperationCanceledException)
            {
                npm.Kill(entireProcessTree: true);
                cancel.ThrowIfCancellationRequested();
                throw new TimeoutException("npm took longer than 60 seconds.");
            }
        }
    }

    static string FirstLine(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "it said nothing.";
}
