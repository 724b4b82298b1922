using System.Text.Json;

namespace Notebooks.Jupyter;

/// <summary>Reads the fields of a message's content. A field that is missing or of another type than expected counts as not given.</summary>
internal static class Fields
{
    /// <summary>A text, or null.</summary>
    public static string? Text(this JsonElement content, string name)
    {
        if (!content.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair, escaped
        }
    }

    /// <summary>True or false, or null.</summary>
    public static bool? Flag(this JsonElement content, string name) =>
        content.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    /// <summary>A whole number, or null.</summary>
    public static int? Number(this JsonElement content, string name) =>
        content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
