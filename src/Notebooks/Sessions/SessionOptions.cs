using System.Collections.Immutable;

namespace Notebooks;

/// <summary>What a <see cref="Session"/> starts from.</summary>
public sealed record SessionOptions
{
    /// <summary>The folder in which cells run and from which relative paths and nuget.config are found.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Answers <c>Console.ReadLine()</c> and the like. Without it such a call throws and says so. It may return null for the end of input.</summary>
    public Func<InputRequest, CancellationToken, Task<string?>>? Input { get; init; }

    /// <summary>How to show objects of types that the host knows by name only.</summary>
    public ImmutableArray<NamedTypeFormatter> Formatters { get; init; } = [];
}

/// <summary>A cell asks its reader for a line of text.</summary>
/// <param name="Prompt">What to ask; may be empty.</param>
/// <param name="IsPassword">The answer is not to be shown.</param>
public sealed record InputRequest(string Prompt, bool IsPassword);

/// <summary>Shows the objects of one type, and of types derived from it, that packages bring and the host has no reference to.</summary>
/// <param name="TypeName">The type's full name, for instance <c>Plotly.NET.GenericChart</c>.</param>
/// <param name="Format">What to show for an object. <c>text/plain</c> is added when it is missing.</param>
public sealed record NamedTypeFormatter(string TypeName, Func<object, MimeBundle> Format);
