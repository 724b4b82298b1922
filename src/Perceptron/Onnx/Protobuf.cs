using System.Text;

namespace Perceptron;

/// <summary>
/// One protobuf message, field by field in the order in which they are added: each is its number and kind, then its content.
/// Source: https://protobuf.dev/programming-guides/encoding.
/// </summary>
// By hand, because two kinds of field are all that a model needs. Google.Protobuf would be the package's second dependency in
// every reader's kernel, where another version may be loaded already, and would bring generated code or its compiler into the build.
sealed class Protobuf
{
    const int Varint = 0, LengthDelimited = 2;

    readonly List<byte> content = [];

    /// <summary>An integer or the number of an enumeration's member; not negative.</summary>
    public Protobuf Add(int field, int value)
    {
        WriteKey(field, Varint);
        WriteVarint(value);
        return this;
    }

    public Protobuf Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    public Protobuf Add(int field, Protobuf message) => Add(field, message.ToArray());

    /// <summary>A repeated field: one for each message.</summary>
    public Protobuf Add(int field, IEnumerable<Protobuf> messages) =>
        messages.Aggregate(this, (self, message) => self.Add(field, message));

    public Protobuf Add(int field, byte[] bytes)
    {
        WriteKey(field, LengthDelimited);
        WriteVarint(bytes.Length);
        content.AddRange(bytes);
        return this;
    }

    public byte[] ToArray() => [.. content];

    void WriteKey(int field, int kind) => WriteVarint(field << 3 | kind);

    /// <summary>Seven bits to a byte, the lowest first; the eighth says that more follow.</summary>
    void WriteVarint(int value)
    {
        for (; value > 0x7F; value >>= 7)
            content.Add((byte)(value & 0x7F | 0x80));
        content.Add((byte)value);
    }
}
