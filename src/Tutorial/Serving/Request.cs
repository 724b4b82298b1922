using System.Text.Json;

namespace Tutorial.Serving;

/// <summary>A request of the extension's.</summary>
readonly record struct Request(JsonElement Json)
{
    public string Type => Text("type");

    public string Id => Text("id");

    public string Text(string field) =>
        Find(field) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw new RequestException($"a text is expected in '{field}'.");

    public string? TextOrNull(string field) => Find(field) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public int NumberOr0(string field) => Find(field) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) ? value : 0;

    public bool Flag(string field) => Find(field) is { ValueKind: JsonValueKind.True };

    JsonElement? Find(string field) =>
        Json.ValueKind == JsonValueKind.Object
            ? Json.TryGetProperty(field, out var value) ? value : null
            : throw new RequestException("an object is expected.");
}

/// <summary>A request that is not as protocol.md says.</summary>
sealed class RequestException(string message) : Exception(message);
