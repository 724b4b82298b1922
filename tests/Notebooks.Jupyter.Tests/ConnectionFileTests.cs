namespace Notebooks.Jupyter.Tests;

public class ConnectionFileTests
{
    const string Good = """
        {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 5001, "iopub_port": 5002, "stdin_port": 5003, "control_port": 5004, "hb_port": 5005,
         "key": "a0436f6c", "signature_scheme": "hmac-sha256", "kernel_name": "x"}
        """;

    [Fact]
    public void The_fields_are_read()
    {
        var connection = ConnectionFile.Parse(Good);
        Assert.Equal("tcp://127.0.0.1:5001", connection.Endpoint(connection.Shell));
        Assert.Equal((5002, 5003, 5004, 5005, "a0436f6c"), (connection.IOPub, connection.Stdin, connection.Control, connection.Heartbeat, connection.Key));
    }

    [Fact]
    public void The_key_is_never_shown() => Assert.DoesNotContain("a0436f6c", ConnectionFile.Parse(Good).ToString());

    [Theory]
    [InlineData("\"tcp\"", "\"ipc\"", "transport is expected to be tcp")]
    [InlineData("hmac-sha256", "hmac-md5", "signature_scheme is expected to be hmac-sha256")]
    [InlineData("a0436f6c", "", "key is empty")]
    [InlineData("127.0.0.1", "*", "ip is expected to be an address")]
    [InlineData("5003", "0", "stdin_port is expected to be a port from 1 to 65535, but is 0")]
    [InlineData("5003", "\"5003\"", "stdin_port is expected to be a port")]
    [InlineData("\"hb_port\"", "\"hb\"", "hb_port is expected to be a port from 1 to 65535, but is missing")]
    [InlineData("{", "", "It is not JSON")]
    public void What_cannot_be_used_is_named(string from, string to, string problem) =>
        Assert.Contains(problem, Assert.Throws<ConnectionFileException>(() => ConnectionFile.Parse(Good.Replace(from, to, StringComparison.Ordinal))).Message);

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        Assert.Contains(path, Assert.Throws<ConnectionFileException>(() => ConnectionFile.Read(path)).Message);
    }
}
