using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Tutorial.VSCode;

/// <summary>plotly.js, out of the lesson's own package: it is a resource of the Plotly.NET in there, which is read as a file and never loaded.</summary>
static class PlotlyScript
{
    const string Library = "plotly/Plotly.NET.dll";

    /// <summary>Reads the script.</summary>
    /// <exception cref="UsageException">The package, or the script in it, is missing.</exception>
    public static byte[] ReadFrom(string package)
    {
        if (!File.Exists(package))
            throw new UsageException($"{package} is missing. Build it with: dotnet build src/Tutorial");
        using var zip = ZipFile.OpenRead(package);
        using var assembly = new MemoryStream();
        var entry = zip.GetEntry(Library) ?? throw new UsageException($"{package} has no {Library}. Build it anew with: dotnet build src/Tutorial");
        using (var content = entry.Open())
            content.CopyTo(assembly);
        assembly.Position = 0;
        using var file = new PEReader(assembly);
        return ResourceIn(file) ?? throw new UsageException($"The {Library} in {package} was expected to hold plotly.min.js, as version 6.0.0 does.");
    }

    static byte[]? ResourceIn(PEReader file)
    {
        var metadata = file.GetMetadataReader();
        foreach (var resource in metadata.ManifestResources.Select(metadata.GetManifestResource))
        {
            if (!metadata.GetString(resource.Name).EndsWith(".min.js", StringComparison.Ordinal) || !resource.Implementation.IsNil)
                continue;
            var all = file.GetSectionData(file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress).GetReader();
            all.Offset = checked((int)resource.Offset);
            return all.ReadBytes(all.ReadInt32()); // a resource is its length, and then itself
        }

        return null;
    }
}
