using System.Collections.Immutable;
using Microsoft.DotNet.Interactive.Formatting;
using Notebooks.Interactive;

namespace Notebooks;

/// <summary>Turns a value into the mime types that its type prefers, and always into plain text too.</summary>
internal sealed class ValueFormatter(ImmutableArray<NamedTypeFormatter> named)
{
    private readonly Dictionary<string, NamedTypeFormatter> _named = named.ToDictionary(n => n.TypeName);

    /// <param name="value">What to show.</param>
    /// <param name="mimeTypes">The types asked for; none for those that the value's type prefers.</param>
    public MimeBundle Format(object? value, IReadOnlyList<string> mimeTypes) => value switch
    {
        MimeBundle bundle => bundle,
        MarkedText text when mimeTypes.Count == 0 => new([new(text.MimeType, text.Content), new(PlainTextFormatter.MimeType, text.Content)]),
        not null when mimeTypes.Count == 0 && FindNamed(value.GetType()) is { } formatter => WithPlainText(formatter.Format(value), value),
        _ => WithPlainText(
            new MimeBundle((mimeTypes.Count > 0 ? mimeTypes.Distinct() : Formatter.GetPreferredMimeTypesFor(value?.GetType()))
                .Select(mime => new KeyValuePair<string, string>(mime, Text(value, mime)))),
            value),
    };

    private static MimeBundle WithPlainText(MimeBundle bundle, object? value)
    {
        var plain = bundle.Find(PlainTextFormatter.MimeType) ?? Text(value, PlainTextFormatter.MimeType);
        return new(bundle.Where(entry => entry.Key != PlainTextFormatter.MimeType).Append(new(PlainTextFormatter.MimeType, plain)));
    }

    private static string Text(object? value, string mime) => value.ToDisplayString(mime).ReplaceLineEndings("\n");

    private NamedTypeFormatter? FindNamed(Type type)
    {
        for (Type? t = type; t is not null && _named.Count > 0; t = t.BaseType)
        {
            if ((t.IsGenericType ? t.GetGenericTypeDefinition() : t).FullName is { } name && _named.TryGetValue(name, out var formatter))
                return formatter;
        }

        return null;
    }
}
