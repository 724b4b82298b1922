using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Notebooks.Jupyter;

/// <summary>Where a client expects the kernel, and the key that both sign with: the file that the client writes before it starts the kernel.</summary>
/// <param name="Address">The only address to listen on.</param>
/// <param name="Shell">The port of requests.</param>
/// <param name="Control">The port of requests that do not wait: interrupt, shutdown.</param>
/// <param name="IOPub">The port on which everybody hears what happens.</param>
/// <param name="Stdin">The port of questions to the reader.</param>
/// <param name="Heartbeat">The port that echoes.</param>
/// <param name="Key">The key of the signatures.</param>
public sealed record ConnectionFile(IPAddress Address, int Shell, int Control, int IOPub, int Stdin, int Heartbeat, string Key)
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="ConnectionFileException">It cannot be read, or asks for what this kernel does not do.</exception>
    public static ConnectionFile Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ConnectionFileException)
        {
            throw new ConnectionFileException($"The connection file {path} cannot be used. {e.Message} A Jupyter client writes this file; start the kernel from VS Code or Jupyter.", e);
        }
    }

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="ConnectionFileException">It asks for what this kernel does not do.</exception>
    public static ConnectionFile Parse(string json)
    {
        using var document = Document(json);
        var root = document.RootElement;
        Expect(root, "transport", "tcp");
        Expect(root, "signature_scheme", "hmac-sha256");
        var key = Text(root, "key");
        if (key.Length == 0)
            throw new ConnectionFileException("key is empty: without one, code from anybody on this machine would be run. Expected a secret text.");
        var ip = Text(root, "ip");
        if (!IPAddress.TryParse(ip, out var address))
            throw new ConnectionFileException($"ip is expected to be an address such as 127.0.0.1, but is '{ip}'.");
        return new(address, Port(root, "shell_port"), Port(root, "control_port"), Port(root, "iopub_port"), Port(root, "stdin_port"), Port(root, "hb_port"), key);
    }

    /// <summary>The place of a port, as ZeroMQ writes it.</summary>
    public string Endpoint(int port) => string.Create(CultureInfo.InvariantCulture, $"tcp://{new IPEndPoint(Address, port)}");

    /// <summary>The places, without the key, which no log may show.</summary>
    public override string ToString() => $"{Address}, ports {Shell}, {Control}, {IOPub}, {Stdin}, {Heartbeat}";

    private static JsonDocument Document(string json)
    {
        try
        {
            var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new ConnectionFileException("A JSON object is expected.");
        }
        catch (JsonException e)
        {
            throw new ConnectionFileException($"It is not JSON: {e.Message}", e);
        }
    }

    private static string Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new ConnectionFileException($"{name} is expected to be a text, but {Given(root, name)}.");

    private static int Port(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw new ConnectionFileException($"{name} is expected to be a port from 1 to {IPEndPoint.MaxPort}, but {Given(root, name)}.");

    private static void Expect(JsonElement root, string name, string expected)
    {
        if (Text(root, name) is var text && text != expected)
            throw new ConnectionFileException($"{name} is expected to be {expected}, the only one that this kernel has, but is '{text}'.");
    }

    private static string Given(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? $"is {value.GetRawText()}" : "is missing";
}
