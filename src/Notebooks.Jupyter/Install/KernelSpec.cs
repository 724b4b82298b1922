using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Jupyter;

/// <summary>A kernelspec: the folder by whose <c>kernel.json</c> clients find a kernel and start it.</summary>
/// <param name="Folder">The folder; its name is the kernel's.</param>
/// <param name="DisplayName">What clients call the kernel.</param>
/// <param name="Command">What clients start.</param>
/// <param name="IsOurs">This program wrote it.</param>
public sealed record KernelSpec(string Folder, string DisplayName, IReadOnlyList<string> Command, bool IsOurs)
{
    /// <summary>The kernel's own name.</summary>
    public const string OwnName = "linear-to-neural";

    /// <summary>The name that C# notebooks ask for.</summary>
    public const string CSharpName = ".net-csharp";

    /// <summary>The metadata by which this program knows again what it wrote.</summary>
    private const string Marker = "linear_to_neural";

    private const string File = "kernel.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The kernel's name.</summary>
    public string Name => Path.GetFileName(Folder);

    /// <summary>The program that clients start is there.</summary>
    public bool Starts => Command.Count > 0 && Command.Where((part, i) => i == 0 || part.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        .All(part => !Path.IsPathRooted(part) || System.IO.File.Exists(part));

    /// <summary>Reads the kernelspec in a folder, or null when it holds none. One that cannot be read is somebody else's, and starts nothing.</summary>
    public static KernelSpec? Read(string folder)
    {
        var path = Path.Combine(folder, File);
        if (!System.IO.File.Exists(path))
            return null;
        try
        {
            using var json = JsonDocument.Parse(System.IO.File.ReadAllText(path));
            var root = json.RootElement;
            return new(
                folder,
                root.GetProperty("display_name").GetString() ?? "",
                [.. root.GetProperty("argv").EnumerateArray().Select(part => part.GetString() ?? "")],
                root.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object && metadata.TryGetProperty(Marker, out _));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return new(folder, "", [], IsOurs: false);
        }
    }

    /// <summary>Writes the folder: the logos first, so that a client that sees the kernel sees all of it.</summary>
    internal void Write()
    {
        Directory.CreateDirectory(Folder);
        foreach (var (name, content) in Logo.Files)
            System.IO.File.WriteAllBytes(Path.Combine(Folder, name), content);
        var json = new JsonObject
        {
            ["argv"] = new JsonArray([.. Command.Select(part => (JsonNode)part)]),
            ["display_name"] = DisplayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
            ["env"] = new JsonObject
            {
                // What a cell allocates is collected while it is still in the cache. Measured: 159 MB after a chart instead of 235.
                ["DOTNET_GCgen0size"] = "0x400000",
            },
            ["metadata"] = new JsonObject { [Marker] = KernelInfo.Version, ["debugger"] = false },
        };
        var path = Path.Combine(Folder, File);
        System.IO.File.WriteAllText(path + ".new", json.ToJsonString(Indented) + "\n");
        System.IO.File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>Removes what <see cref="Write"/> wrote, and the folder if nothing else lies in it.</summary>
    internal void Remove()
    {
        System.IO.File.Delete(Path.Combine(Folder, File));
        foreach (var (name, _) in Logo.Files)
            System.IO.File.Delete(Path.Combine(Folder, name));
        if (!Directory.EnumerateFileSystemEntries(Folder).Any())
            Directory.Delete(Folder);
    }
}
