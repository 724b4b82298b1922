using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tutorial.Tests.Serving;

/// <summary>A host as the extension starts it. Every message that it says is checked against protocol.md.</summary>
sealed class HostProcess : IDisposable
{
    readonly Process _process;
    int _requests;

    public HostProcess(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(TutorialProgram.Folder, "Tutorial.dll"), "serve"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        LastWords = _process.StandardError.ReadToEndAsync();
    }

    public Task<string> LastWords { get; }

    /// <summary>Says something, and gives the id it was said under.</summary>
    public string Say(string type, object? fields = null)
    {
        var request = JsonSerializer.SerializeToNode(fields ?? new { })!.AsObject();
        var id = $"{++_requests}";
        request["type"] = type;
        request["id"] = id;
        Protocol.CheckRequest(request);
        SayLine(request.ToJsonString());
        return id;
    }

    public void SayLine(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    public string Run(string code, string name = "Cell In[1]") => Say("run", new { code, name });

    /// <summary>The next message.</summary>
    public async Task<JsonObject> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1)); // a message that never comes fails the test
        var line = await _process.StandardOutput.ReadLineAsync(limit.Token)
            ?? throw new EndOfStreamException($"The host has ended. Its last words: {await LastWords}");
        var message = JsonNode.Parse(line)!.AsObject();
        Protocol.CheckMessage(message);
        return message;
    }

    /// <summary>All messages up to the first of this type.</summary>
    public async Task<List<JsonObject>> UntilAsync(string type)
    {
        var messages = new List<JsonObject>();
        do
            messages.Add(await NextAsync());
        while ((string?)messages[^1]["type"] != type);
        return messages;
    }

    /// <summary>Runs a cell to its end.</summary>
    public Task<List<JsonObject>> RunToEndAsync(string code, string name = "Cell In[1]")
    {
        Run(code, name);
        return UntilAsync("done");
    }

    public void EndInput() => _process.StandardInput.Close();

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
