namespace Notebooks.Jupyter;

/// <summary>Jupyter counts a cursor's place in Unicode code points, .NET in UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The place in UTF-16 units; one past the end is the end.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        var place = 0;
        for (var i = 0; i < codePoints && place < text.Length; i++)
            place += IsPair(text, place) ? 2 : 1;
        return place;
    }

    /// <summary>The place in code points.</summary>
    public static int FromUtf16(string text, int utf16)
    {
        var codePoints = 0;
        for (var place = 0; place < Math.Min(utf16, text.Length); codePoints++)
            place += IsPair(text, place) ? 2 : 1;
        return codePoints;
    }

    private static bool IsPair(string text, int place) => place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]);
}
