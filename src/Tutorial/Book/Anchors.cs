using System.Text;

namespace Tutorial.Book;

/// <summary>Gives the places of one page their anchors: readable, and each only once.</summary>
sealed class Anchors
{
    readonly HashSet<string> _taken;

    /// <summary>Keeps some anchors for the page's own frame.</summary>
    public Anchors(params IEnumerable<string> reserved) => _taken = new(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>gradient-check</c> stays as it is, and becomes <c>gradient-check-2</c> where that is taken.</summary>
    public string Take(string name)
    {
        var anchor = name;
        for (var n = 2; !_taken.Add(anchor); n++)
            anchor = $"{name}-{n}";
        return anchor;
    }

    /// <summary>A heading's own: <c>What you'll do</c> gives <c>what-you-ll-do</c>.</summary>
    public string ForText(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');

        return Take(slug.ToString().TrimEnd('-') is { Length: > 0 } some ? some : "section");
    }
}
