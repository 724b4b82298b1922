using System.Diagnostics.CodeAnalysis;

namespace Notebooks.Jupyter.Tests;

/// <summary>Frames damaged in one to three places.</summary>
static class Mutation
{
    public static IEqualityComparer<byte[]> SameBytes { get; } = new BytesComparer();

    static readonly byte[][] Bits = [[], "{}"u8.ToArray(), "[]"u8.ToArray(), "null"u8.ToArray(), "\"\\ud800\""u8.ToArray(), "1e999"u8.ToArray(), "<IDS|MSG>"u8.ToArray(), [0], [0xFF, 0xFE], [.. Enumerable.Repeat((byte)'[', 5000)]];

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "The same mutations each time.")]
    public static byte[][] Of(byte[][] frames, Random random)
    {
        var all = frames.Select(frame => frame.ToList()).ToList();
        for (var i = random.Next(1, 4); i > 0 && all.Count > 0; i--)
        {
            var frame = all[random.Next(all.Count)];
            var place = random.Next(frame.Count + 1);
            switch (random.Next(8))
            {
                case 0 when frame.Count > 0:
                    frame[place % frame.Count] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    frame.InsertRange(place, Bits[random.Next(Bits.Length)]);
                    break;
                case 2:
                    frame.RemoveRange(place, random.Next(frame.Count - place + 1));
                    break;
                case 3:
                    all.Remove(frame);
                    break;
                case 4:
                    all.Insert(random.Next(all.Count + 1), [.. frame]);
                    break;
                case 5:
                    frame.Clear();
                    frame.AddRange(Bits[random.Next(Bits.Length)]);
                    break;
                case 6 when frame.Count > 0:
                    frame[place % frame.Count] = (byte)"{}[]\",:0\\"[random.Next(9)];
                    break;
                default:
                    all.Reverse(random.Next(all.Count), 1);
                    (all[0], all[^1]) = (all[^1], all[0]);
                    break;
            }
        }

        return [.. all.Select(frame => frame.ToArray())];
    }

    sealed class BytesComparer : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => obj.Length;
    }
}
