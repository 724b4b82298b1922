using System.Buffers.Binary;
using System.IO.Compression;

namespace Tutorial.Pictures;

/// <summary>A browser writes a PNG fast and large; the same pixels fit in two thirds of it.</summary>
static class Png
{
    const int SignatureLength = 8, AroundChunk = 12; // a chunk is its length, its name, its data and a checksum

    /// <summary>The same picture, packed tighter.</summary>
    public static byte[] Repacked(byte[] png)
    {
        using var packed = new MemoryStream();
        using var result = new MemoryStream();
        result.Write(png, 0, SignatureLength);
        for (var at = SignatureLength; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var name = png.AsSpan(at + 4, 4);
            if (name.SequenceEqual("IDAT"u8))
                packed.Write(png, at + 8, length);
            else
            {
                if (name.SequenceEqual("IEND"u8))
                    Write(result, "IDAT"u8, Deflated(packed));
                Write(result, name, png.AsSpan(at + 8, length));
            }

            at += AroundChunk + length;
        }

        return result.ToArray();
    }

    static byte[] Deflated(MemoryStream packed)
    {
        packed.Position = 0;
        using var tight = new MemoryStream();
        using (var from = new ZLibStream(packed, CompressionMode.Decompress))
        using (var to = new ZLibStream(tight, CompressionLevel.SmallestSize, leaveOpen: true))
            from.CopyTo(to);
        return tight.ToArray();
    }

    static void Write(MemoryStream to, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        to.Write(number);
        to.Write(name);
        to.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(Checksum(uint.MaxValue, name), data) ^ uint.MaxValue);
        to.Write(number);
    }

    /// <summary>CRC-32, as the PNG specification defines it.</summary>
    static uint Checksum(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return crc;
    }
}
