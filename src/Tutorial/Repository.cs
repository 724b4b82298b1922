namespace Tutorial;

/// <summary>Where the lesson lies on this machine.</summary>
sealed record Repository(string Root)
{
    /// <summary>The notebooks that readers open.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The figures as pictures, for the README.</summary>
    public string Pictures => Path.Combine(Root, "docs", "images");

    /// <summary>What is built and can be thrown away.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The book.</summary>
    public string Book => Path.Combine(Artifacts, "book");

    /// <summary>Looks from the working directory upward, and then from where this program lies.</summary>
    /// <exception cref="UsageException">There is none on either way.</exception>
    public static Repository Find() => TryFind() ?? throw new UsageException(
        $"The lesson was not found: neither {Directory.GetCurrentDirectory()} nor a folder above it holds Tutorial.sln and a notebooks folder. " +
        "Change to the folder that you cloned the lesson into, and try again.");

    /// <summary>As <see cref="Find"/>, or null.</summary>
    public static Repository? TryFind() => Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory);

    static Repository? Above(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
            if (File.Exists(Path.Combine(place.FullName, "Tutorial.sln")) && Directory.Exists(Path.Combine(place.FullName, "notebooks")))
                return new(place.FullName);
        return null;
    }
}
