namespace Tutorial.Running;

/// <summary>From what a reader types to the notebooks that are meant.</summary>
static class NotebookPaths
{
    /// <summary>Every notebook in a folder and below it, sorted by name. Found, never listed.</summary>
    public static IReadOnlyList<string> In(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The markdown files in the folders of these notebooks, sorted by name. Found, never listed.</summary>
    public static IReadOnlyList<string> TextsBeside(IEnumerable<string> notebooks) =>
        [.. notebooks.Select(path => Path.GetDirectoryName(path)!).Distinct().SelectMany(folder => Directory.EnumerateFiles(folder, "*.md")).Order(StringComparer.Ordinal)];

    /// <summary>The given files, and the notebooks in the given folders; without any, those of the lesson.</summary>
    /// <exception cref="UsageException">A path leads to no notebook; every such path is named.</exception>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<string> given)
    {
        if (given.Count == 0)
        {
            var folder = Repository.Find().Notebooks;
            return In(folder) is { Count: > 0 } found
                ? found
                : throw new UsageException($"There is no notebook in {folder}: nothing to do.");
        }

        var complaints = new List<string>();
        var notebooks = new List<string>();
        foreach (var path in given)
            if (Directory.Exists(path))
            {
                var found = In(Path.GetFullPath(path));
                notebooks.AddRange(found);
                if (found.Count == 0)
                    complaints.Add($"{path} is a folder without a notebook (a file whose name ends in .ipynb).");
            }
            else if (!File.Exists(path))
                complaints.Add($"{path} does not exist.{Suggestion(path)}");
            else if (!path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
                complaints.Add($"{path} is not a notebook: its name does not end in .ipynb.");
            else
                notebooks.Add(Path.GetFullPath(path));

        return complaints.Count == 0 ? [.. notebooks.Distinct()] : throw new UsageException(string.Join(Environment.NewLine, complaints));
    }

    /// <summary>A path as a reader would type it from here.</summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    static string Suggestion(string path)
    {
        var folders = new[] { Path.GetDirectoryName(Path.GetFullPath(path)), Repository.TryFind()?.Notebooks };
        var name = Path.GetFileNameWithoutExtension(path);
        var nearest = folders.OfType<string>().Where(Directory.Exists).Distinct()
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ipynb"))
            .MinBy(file => Distance(name, Path.GetFileNameWithoutExtension(file)));
        // With most letters different it is another word, and the question would only puzzle.
        return nearest is null || Distance(name, Path.GetFileNameWithoutExtension(nearest)) > Math.Max(2, name.Length / 2) ? "" : $" Did you mean {Shown(nearest)}?";
    }

    /// <summary>How many letters have to be typed, dropped or changed.</summary>
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var c in a)
        {
            var diagonal = row[0]++;
            for (var j = 0; j < b.Length; j++)
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + (char.ToUpperInvariant(c) == char.ToUpperInvariant(b[j]) ? 0 : 1)));
        }

        return row[^1];
    }
}
