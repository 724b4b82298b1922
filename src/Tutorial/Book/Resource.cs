namespace Tutorial.Book;

/// <summary>The files of the book that travel inside this program.</summary>
static class Resource
{
    /// <summary>Reads one by the name that the project file gives it.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program holds no resource named {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
