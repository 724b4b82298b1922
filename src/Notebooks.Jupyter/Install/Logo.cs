using System.Reflection;

namespace Notebooks.Jupyter;

/// <summary>The pictures that clients show beside the kernel's name.</summary>
internal static class Logo
{
    /// <summary>Their names, which Jupyter lays down, and their contents.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Files { get; } = [.. new[] { "logo-32x32.png", "logo-64x64.png", "logo-svg.svg" }.Select(name => (name, Read(name)))];

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
