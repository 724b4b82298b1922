using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks;

/// <summary>
/// One thing in several mime types, richest first as it was added. A text type maps to its text; a JSON type
/// (<c>application/json</c>, <c>application/…+json</c>) maps to compact JSON text and is an object, not a string, in a notebook.
/// </summary>
public sealed class MimeBundle : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<MimeBundle>
{
    private readonly List<KeyValuePair<string, string>> _entries = [];

    /// <summary>Collects the given representations.</summary>
    /// <param name="entries">Mime types with their contents; for a JSON type, JSON text (any other text becomes a JSON string).</param>
    /// <exception cref="ArgumentException">A mime type comes twice.</exception>
    public MimeBundle(IEnumerable<KeyValuePair<string, string>> entries)
    {
        foreach (var (mime, content) in entries)
        {
            if (Find(mime) is not null)
                throw new ArgumentException($"MimeBundle expects each mime type once, but got {mime} twice.", nameof(entries));
            _entries.Add(new(mime, IsJson(mime) ? Compact(content) : content));
        }
    }

    /// <summary>A bundle of one representation.</summary>
    public MimeBundle(string mime, string content)
        : this([new(mime, content)])
    {
    }

    /// <summary>A bundle of plain text only.</summary>
    public static MimeBundle Plain(string text) => new("text/plain", text);

    /// <summary>The contents for a mime type.</summary>
    /// <exception cref="KeyNotFoundException">The bundle has no such type.</exception>
    public string this[string mime] =>
        Find(mime) ?? throw new KeyNotFoundException($"The bundle has no {mime}, only {string.Join(", ", MimeTypes)}.");

    /// <summary>The contents for a mime type, or null.</summary>
    public string? Find(string mime)
    {
        foreach (var entry in _entries)
        {
            if (entry.Key == mime)
                return entry.Value;
        }

        return null;
    }

    /// <summary>The mime types, in order.</summary>
    public IEnumerable<string> MimeTypes => _entries.Select(e => e.Key);

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <summary>Whether a mime type is stored as a JSON value rather than as text.</summary>
    public static bool IsJson(string mime) =>
        mime == "application/json" || (mime.StartsWith("application/", StringComparison.Ordinal) && mime.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>The bundle as a Jupyter message carries it: texts as strings, JSON types as JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (mime, content) in _entries)
            json[mime] = IsJson(mime) ? JsonNode.Parse(content) : JsonValue.Create(content);
        return json;
    }

    /// <summary>Reads a bundle from a notebook or a message; texts may be strings or arrays of lines.</summary>
    public static MimeBundle FromJson(JsonObject json) => new(json.Select(entry =>
        new KeyValuePair<string, string>(entry.Key, IsJson(entry.Key) ? JsonText.Compact(entry.Value) : JsonText.Joined(entry.Value))));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(MimeBundle? other) => other is not null && _entries.SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MimeBundle);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Aggregate(0, (hash, e) => HashCode.Combine(hash, e.Key, e.Value));

    /// <summary>The plain text, or else the first representation.</summary>
    public override string ToString() => Find("text/plain") ?? _entries.FirstOrDefault().Value ?? "";

    private static string Compact(string content)
    {
        try
        {
            return JsonText.Compact(JsonNode.Parse(content));
        }
        catch (JsonException)
        {
            return JsonText.Compact(JsonValue.Create(content));
        }
    }
}
