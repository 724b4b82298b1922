namespace Tutorial.Book;

/// <summary>
/// Turns the addresses of the notebooks into those of the book: a notebook becomes its page, a picture is copied beside the pages,
/// any other file is linked where it lies.
/// </summary>
/// <param name="target">The book's folder.</param>
/// <param name="names">From a notebook's path to the name of its page.</param>
sealed class Links(string target, IReadOnlyDictionary<string, string> names)
{
    static readonly string[] Pictures = [".png", ".svg", ".jpg", ".jpeg", ".gif", ".webp", ".avif"];

    readonly Dictionary<string, string> _images = [];

    /// <summary>The translation for one notebook.</summary>
    public Func<string, string> From(string notebook) => url => Translate(Path.GetDirectoryName(notebook)!, url);

    /// <summary>Copies the pictures that the translated addresses lead to.</summary>
    public void CopyImages(string book)
    {
        foreach (var (source, name) in _images)
        {
            Directory.CreateDirectory(Path.Combine(book, "images"));
            File.Copy(source, Path.Combine(book, "images", name));
        }
    }

    string Translate(string folder, string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (path, fragment) = hash < 0 ? (url, "") : (url[..hash], url[hash..]);
        if (path.Length == 0 || path.Contains(':', StringComparison.Ordinal) || path.StartsWith('/'))
            return url;

        var file = Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(path)));
        if (names.TryGetValue(file, out var page))
            return $"{Uri.EscapeDataString(page)}.html{fragment}";
        if (!File.Exists(file))
            return url;
        if (!Pictures.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            return Path.GetRelativePath(target, file).Replace('\\', '/') + fragment;

        if (!_images.TryGetValue(file, out var name))
        {
            var stem = Path.GetFileName(file);
            name = _images.ContainsValue(stem) ? $"{_images.Count}-{stem}" : stem;
            _images[file] = name;
        }

        return $"images/{Uri.EscapeDataString(name)}";
    }
}
