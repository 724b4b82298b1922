using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Notebooks.Jupyter;

/// <summary>Messages as frames: route, delimiter, signature, header, parent header, metadata, content.</summary>
internal sealed class Wire : IDisposable
{
    /// <summary>The version of the protocol that every header names.</summary>
    public const string Version = "5.3";

    /// <summary>No client sends more; a frame is parsed in memory.</summary>
    private const int LargestFrame = 64 << 20;

    private const int SignatureBytes = 32;

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();
    private readonly IncrementalHash _hash;
    private readonly string _session = Guid.NewGuid().ToString("N");

    /// <summary>Signs and checks with a key.</summary>
    public Wire(string key) => _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key));

    /// <summary>Reads a message.</summary>
    /// <param name="frames">What came.</param>
    /// <param name="message">The message.</param>
    /// <param name="problem">Why there is none.</param>
    public bool TryRead(IReadOnlyList<byte[]> frames, [NotNullWhen(true)] out Message? message, [NotNullWhen(false)] out string? problem)
    {
        message = null;
        problem = Read(frames, ref message);
        return problem is null;
    }

    /// <summary>The frames of a message, signed.</summary>
    public IEnumerable<byte[]> Write(OutgoingMessage message)
    {
        var header = new JsonObject
        {
            ["msg_id"] = Guid.NewGuid().ToString("N"),
            ["msg_type"] = message.Type,
            ["session"] = _session,
            ["username"] = "kernel",
            ["date"] = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["version"] = Version,
        };
        byte[][] parts = [Utf8Of(header), message.Parent is { } parent ? Utf8Of(parent) : "{}"u8.ToArray(), "{}"u8.ToArray(), Utf8Of(message.Content)];
        return [.. message.Route, Delimiter, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Sign(parts))), .. parts];
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private string? Read(IReadOnlyList<byte[]> frames, ref Message? message)
    {
        var delimiter = 0;
        while (delimiter < frames.Count && !frames[delimiter].AsSpan().SequenceEqual(Delimiter))
            delimiter++;
        if (delimiter == frames.Count)
            return "it has no delimiter <IDS|MSG>";
        if (frames.Count < delimiter + 6)
            return $"a signature and four parts are expected after the delimiter, but {frames.Count - delimiter - 1} frames came";
        if (frames.Any(frame => frame.Length > LargestFrame))
            return $"a frame is longer than {LargestFrame} bytes";

        var signature = frames[delimiter + 1];
        if (signature.Length == 0)
            return "it is not signed";
        var parts = frames.Skip(delimiter + 2).Take(4).ToArray();
        if (!IsSignatureOf(signature, parts))
            return "its signature is wrong";

        // What follows was sent by a holder of the key, but maybe by one with bugs.
        var objects = new JsonElement[4];
        for (var i = 0; i < 4; i++)
        {
            if (ParseObject(parts[i]) is not { } parsed)
                return $"its {(i switch { 0 => "header", 1 => "parent header", 2 => "metadata", _ => "content" })} is not a JSON object";
            objects[i] = parsed;
        }

        if (!HasText(objects[0], "msg_type") || !HasText(objects[0], "msg_id"))
            return "its header has no msg_type or no msg_id";
        message = new([.. frames.Take(delimiter)], objects[0], objects[1], objects[2], objects[3]);
        return null;
    }

    private bool IsSignatureOf(ReadOnlySpan<byte> signature, byte[][] parts)
    {
        Span<byte> given = stackalloc byte[SignatureBytes];
        return Convert.FromHexString(signature, given, out var consumed, out var written) == System.Buffers.OperationStatus.Done
            && consumed == signature.Length
            && written == SignatureBytes
            && CryptographicOperations.FixedTimeEquals(given, Sign(parts));
    }

    private byte[] Sign(byte[][] parts)
    {
        lock (_lock)
        {
            foreach (var part in parts)
                _hash.AppendData(part);
            return _hash.GetHashAndReset();
        }
    }

    private static JsonElement? ParseObject(byte[] json)
    {
        if (!Utf8.IsValid(json))
            return null;
        try
        {
            var reader = new Utf8JsonReader(json);
            var element = JsonElement.ParseValue(ref reader);
            return element.ValueKind == JsonValueKind.Object && !reader.Read() ? element : null; // Read throws when something follows
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool HasText(JsonElement header, string name) => Fields.Text(header, name) is { Length: > 0 };

    private static byte[] Utf8Of(JsonNode node) => Written(writer => node.WriteTo(writer));

    private static byte[] Utf8Of(JsonElement element) => Written(element.WriteTo);

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Json))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
