using System.Reflection;
using System.Runtime.Loader;

namespace Perceptron.Figures;

/// <summary>Loads the drawing plug-in when the first figure is drawn.</summary>
static class PlotlyPlugin
{
    const string Plugin = "Perceptron.Figures.Plotly";

    static readonly Lazy<IPlotly> Loaded = new(() => Load(Folders()));

    internal static IPlotly Instance => Loaded.Value;

    /// <summary>The first of these folders that holds the plug-in is taken.</summary>
    internal static IPlotly Load(params string[] folders)
    {
        var path = folders.Select(folder => Path.Combine(folder, Plugin + ".dll")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"A figure is drawn by {Plugin}.dll, which is in none of the folders where it is expected: {string.Join(", ", folders)}. "
                + "Build the solution again and reference the package LinearToNeural.Lesson, or put the plug-in's build output into a folder plotly/ beside Perceptron.Figures.dll.");
        var assembly = new PrivateContext(path).LoadFromAssemblyPath(path);
        return (IPlotly)Activator.CreateInstance(assembly.GetType(Plugin + ".PlotlyDrawing", throwOnError: true)!, nonPublic: true)!;
    }

    /// <summary>In the package (lib/net10.0/ and plotly/ share a root), and beside the assembly.</summary>
    static string[] Folders()
    {
        var location = typeof(PlotlyPlugin).Assembly.Location;
        var here = location.Length > 0 ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
        return [Path.GetFullPath(Path.Combine(here, "..", "..", "plotly")), Path.Combine(here, "plotly")];
    }

    /// <summary>
    /// Plotly.NET 6 needs a newer FSharp.Core than the process of the archived .NET Interactive kernel holds, and a load context holds one.
    /// So the plug-in gets a context of its own, with everything it needs but the assembly it shares with us: this one.
    /// </summary>
    sealed class PrivateContext(string path) : AssemblyLoadContext(Plugin)
    {
        readonly AssemblyDependencyResolver _closure = new(path);

        protected override Assembly? Load(AssemblyName assembly)
        {
            var shared = typeof(PlotlyPlugin).Assembly;
            if (assembly.Name == shared.GetName().Name)
                return shared;
            return _closure.ResolveAssemblyToPath(assembly) is { } found ? LoadFromAssemblyPath(found) : null;
        }
    }
}
