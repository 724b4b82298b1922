using Microsoft.CodeAnalysis;

namespace Notebooks;

/// <summary>Finds the files that <c>#load</c> names: beside the file that loads them, else in the working directory.</summary>
internal sealed class LoadedFiles(string workingDirectory) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => path; // a cell's name is no path

    public override string? ResolveReference(string path, string? baseFilePath) => FilesNear.Find(path, baseFilePath, workingDirectory);

    public override Stream OpenRead(string resolvedPath) => File.OpenRead(resolvedPath);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => workingDirectory.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Finds the assemblies that a loaded file refers to. Those of a cell are found before it is compiled.</summary>
internal sealed class ReferencedFiles(string workingDirectory, SessionLoadContext loadContext) : MetadataReferenceResolver
{
    public override System.Collections.Immutable.ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (FilesNear.Find(reference, baseFilePath, workingDirectory) is not { } path)
            return [];
        loadContext.AddWithFolder(path);
        return [MetadataReference.CreateFromFile(path, properties)];
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => workingDirectory.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Where a file named in code is looked for.</summary>
internal static class FilesNear
{
    public static string? Find(string path, string? baseFilePath, string workingDirectory)
    {
        var folders = new List<string> { workingDirectory };
        if (Path.IsPathRooted(baseFilePath))
            folders.Insert(0, Path.GetDirectoryName(baseFilePath)!);
        return folders.Select(folder => Path.GetFullPath(path, folder)).FirstOrDefault(File.Exists);
    }
}
