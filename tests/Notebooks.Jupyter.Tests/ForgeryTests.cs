using System.Text.Json.Nodes;

namespace Notebooks.Jupyter.Tests;

public sealed class ForgeryTests : IDisposable
{
    readonly KernelProcess _kernel = new();
    readonly TestClient _client;

    public ForgeryTests() => _client = new(_kernel.Connection);

    public void Dispose()
    {
        _client.Dispose();
        _kernel.Dispose();
    }

    string Proof => Path.Combine(_kernel.Folder, "executed");

    string Code => new JsonObject { ["code"] = $"System.IO.File.WriteAllText(@\"{Proof}\", \"\");" }.ToJsonString();

    [Fact]
    public void Without_the_key_nothing_is_run_and_the_kernel_goes_on()
    {
        _client.SendRaw(Frames.Signed(Code, key: "another key"));
        var unsigned = Frames.Signed(Code);
        unsigned[2] = [];
        _client.SendRaw(unsigned);
        _client.SendRaw(unsigned, onControl: true);
        _client.SendRaw(Frames.Signed(Code)[..5]);
        Assert.Equal("2", _client.Value("1 + 1"));
        Assert.False(File.Exists(Proof));
        Assert.Contains(_kernel.Log, line => line.Contains("its signature is wrong", StringComparison.Ordinal));
        Assert.Contains(_kernel.Log, line => line.Contains("it is not signed", StringComparison.Ordinal));

        _client.SendRaw(Frames.Signed(Code)); // the same message with the right key is run: the test can fail
        Assert.Equal("2", _client.Value("1 + 1"));
        Assert.True(File.Exists(Proof));
    }

    [Fact]
    public void A_flood_of_damaged_messages_is_dropped_and_memory_stays_flat()
    {
        var random = new Random(7);
        void Flood(int count)
        {
            for (var i = 0; i < count; i++)
                _client.SendRaw(Mutation.Of(i % 2 == 0 ? Frames.Signed() : Frames.Signed(Code, key: "another key"), random), onControl: i % 3 == 0);
            Assert.Equal("2", _client.Value("1 + 1"));
        }

        Flood(1000);
        var before = _kernel.MemoryBytes;
        Flood(5000);
        Assert.InRange((_kernel.MemoryBytes - before) >> 20, -1000, 50);
        Assert.False(File.Exists(Proof), "a damaged message was run");
        Assert.InRange(_kernel.Log.Count(line => line.Contains("Dropped", StringComparison.Ordinal)), 1, 30);
        Assert.Contains(_kernel.Log, line => line.Contains("It is the 4096.", StringComparison.Ordinal));
    }
}
