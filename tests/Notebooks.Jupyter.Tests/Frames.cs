using System.Security.Cryptography;
using System.Text;

namespace Notebooks.Jupyter.Tests;

/// <summary>Frames as a client sends them, signed by code that is not the kernel's.</summary>
static class Frames
{
    public const string Key = "a secret of this test";

    public const string ExecuteHeader = """{"msg_id":"1","msg_type":"execute_request","session":"s","username":"u","date":"2026-01-01T00:00:00Z","version":"5.3"}""";

    public static byte[][] Signed(string content = """{"code":"1 + 1"}""", string header = ExecuteHeader, string key = Key) =>
        Signed([Utf8(header), Utf8("{}"), Utf8("{}"), Utf8(content)], key);

    public static byte[][] Signed(byte[][] parts, string key = Key) =>
        [Utf8("client"), Utf8("<IDS|MSG>"), Utf8(Convert.ToHexStringLower(HMACSHA256.HashData(Utf8(key), parts.SelectMany(part => part).ToArray()))), .. parts];

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
