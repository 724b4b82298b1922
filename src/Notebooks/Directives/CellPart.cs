using System.Collections.Immutable;

namespace Notebooks;

/// <summary>A stretch of a cell that is done in one go. A closed set.</summary>
internal abstract record CellPart
{
    private CellPart()
    {
    }

    /// <summary>C#, with blank lines in place of what came before it, so that line numbers are the cell's.</summary>
    public sealed record Code(string Text) : CellPart;

    /// <summary>Markdown to show.</summary>
    public sealed record Markdown(string Text) : CellPart;

    /// <summary><c>#!import path</c>.</summary>
    public sealed record Import(string Path, int Line) : CellPart;

    /// <summary><c>#!who</c> and <c>#!whos</c>.</summary>
    public sealed record Who(bool WithValues) : CellPart;
}

/// <summary>A cell's text, read.</summary>
/// <param name="Parts">What to do, in order.</param>
/// <param name="References">The assemblies and packages that the cell refers to; they come first, wherever in the cell they stand.</param>
/// <param name="IsTimed">It has a <c>#!time</c>.</param>
/// <param name="Errors">Directives that cannot be read.</param>
internal sealed record CellText(
    ImmutableArray<CellPart> Parts,
    ImmutableArray<CellReference> References,
    bool IsTimed,
    ImmutableArray<CellDiagnostic> Errors);

/// <summary>Something that a cell refers to. A closed set.</summary>
/// <param name="Line">The line of the directive.</param>
internal abstract record CellReference(int Line)
{
    /// <summary><c>#r "nuget: Id, Version"</c>.</summary>
    public sealed record Package(PackageRequest Request, int Line) : CellReference(Line);

    /// <summary><c>#i "nuget: source"</c>.</summary>
    public sealed record Source(string Address, int Line) : CellReference(Line);

    /// <summary><c>#r "path.dll"</c>.</summary>
    public sealed record Assembly(string Path, int Line) : CellReference(Line);
}
