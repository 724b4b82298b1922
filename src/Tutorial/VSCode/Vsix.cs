using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tutorial.Book;

namespace Tutorial.VSCode;

/// <summary>The extension as VS Code installs it: a zip of its files, with a manifest that says again what package.json says.</summary>
static class Vsix
{
    /// <summary>The extension's name, as VS Code lists it.</summary>
    public const string Id = "linear-to-neural.notebooks";

    static readonly XNamespace Manifest = "http://schemas.microsoft.com/developer/vsx-schema/2011";
    static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>
    /// The renderer imports plotly.js as a module. Where another extension has brought require.js, the library would hand itself to that
    /// and not become <c>Plotly</c>: in its module it finds none.
    /// </summary>
    static ReadOnlySpan<byte> AsGlobal => "const define = undefined, module = undefined, exports = undefined;\n"u8;

    static readonly DateTimeOffset Whenever = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same files give the same .vsix

    /// <summary>Writes the extension.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="sources">The folder src/vscode.</param>
    /// <param name="plotlyJs">plotly.js, for the renderer.</param>
    /// <param name="command">What starts a host, by absolute paths.</param>
    public static void Write(string path, string sources, byte[] plotlyJs, IReadOnlyList<string> command)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Add(zip, "extension.vsixmanifest", ManifestOf(JsonNode.Parse(File.ReadAllText(Path.Combine(sources, "package.json")))!).ToString());
        Add(zip, "[Content_Types].xml", ContentTypes().ToString());
        foreach (var file in Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            Add(zip, $"extension/{Path.GetRelativePath(sources, file).Replace('\\', '/')}", File.ReadAllBytes(file));
        Add(zip, "extension/renderer/plotly.min.js", [.. AsGlobal, .. plotlyJs]);
        Add(zip, "extension/renderer/charts.js", Resource.Text("charts.js") + "export { showChart };\n");
        Add(zip, "extension/host.json", JsonSerializer.Serialize(new { command }));
    }

    static XElement ManifestOf(JsonNode package) => new(Manifest + "PackageManifest",
        new XAttribute("Version", "2.0.0"),
        new XElement(Manifest + "Metadata",
            new XElement(Manifest + "Identity",
                new XAttribute("Language", "en-US"),
                new XAttribute("Id", (string)package["name"]!),
                new XAttribute("Version", (string)package["version"]!),
                new XAttribute("Publisher", (string)package["publisher"]!)),
            new XElement(Manifest + "DisplayName", (string)package["displayName"]!),
            new XElement(Manifest + "Description", (string)package["description"]!),
            new XElement(Manifest + "Properties", new XElement(Manifest + "Property",
                new XAttribute("Id", "Microsoft.VisualStudio.Code.Engine"),
                new XAttribute("Value", (string)package["engines"]!["vscode"]!)))),
        new XElement(Manifest + "Installation", new XElement(Manifest + "InstallationTarget", new XAttribute("Id", "Microsoft.VisualStudio.Code"))),
        new XElement(Manifest + "Assets", new XElement(Manifest + "Asset",
            new XAttribute("Type", "Microsoft.VisualStudio.Code.Manifest"),
            new XAttribute("Path", "extension/package.json"),
            new XAttribute("Addressable", "true"))));

    static XElement ContentTypes() => new(Types + "Types", new (string Ending, string Type)[]
    {
        (".json", "application/json"), (".js", "application/javascript"), (".md", "text/markdown"), (".vsixmanifest", "text/xml"),
    }.Select(t => new XElement(Types + "Default", new XAttribute("Extension", t.Ending), new XAttribute("ContentType", t.Type))));

    static void Add(ZipArchive zip, string name, string text) => Add(zip, name, System.Text.Encoding.UTF8.GetBytes(text));

    static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Whenever;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
