namespace Notebooks.Jupyter;

/// <summary>A cell that ends in a question mark, which no C# does, asks what a name is: <c>Math.Sqrt?</c>, as in other Jupyter kernels.</summary>
internal static class Question
{
    /// <summary>The name that is asked for, or null when the cell is code.</summary>
    public static string? In(string code)
    {
        var text = code.Trim();
        var name = text.TrimEnd('?');
        return name.Length > 0 && name.Length < text.Length && !name.AsSpan().ContainsAny('\n', ';') ? name : null;
    }
}
