namespace Notebooks;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">A version, a range or a pattern as NuGet knows them; <c>*</c> when the cell names none.</param>
internal sealed record PackageRequest(string Id, string Version)
{
    /// <summary>Reads what follows <c>nuget:</c>, for instance <c>MathNet.Numerics, 5.0.0</c>; null when it is no package.</summary>
    public static PackageRequest? Parse(string text)
    {
        // a range has a comma of its own: Id, [1.0,2.0)
        var parts = text.Split(',', 2, StringSplitOptions.TrimEntries);
        var version = parts.Length > 1 && parts[1].Length > 0 ? parts[1] : "*";
        return parts[0].Length > 0 && parts[0].All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-') && !version.Contains('\'') && !version.Contains('=')
            ? new(parts[0], version)
            : null;
    }

    /// <summary>Whether the version may mean another package tomorrow.</summary>
    public bool Floats => Version.Contains('*');
}
