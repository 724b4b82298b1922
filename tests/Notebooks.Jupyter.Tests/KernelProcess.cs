using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Notebooks.Jupyter.Tests;

/// <summary>A kernel as a client starts it: a process with a connection file. Each has ports of its own.</summary>
public sealed class KernelProcess : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly List<string> _log = [];
    readonly Process _process;

    public KernelProcess()
        : this(null)
    {
    }

    internal KernelProcess(int? parent)
    {
        var ports = FreePorts(5);
        var file = Path.Combine(_folder, "connection.json");
        File.WriteAllText(file, JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["transport"] = "tcp",
            ["ip"] = "127.0.0.1",
            ["shell_port"] = ports[0],
            ["control_port"] = ports[1],
            ["iopub_port"] = ports[2],
            ["stdin_port"] = ports[3],
            ["hb_port"] = ports[4],
            ["key"] = Frames.Key,
            ["signature_scheme"] = "hmac-sha256",
        }));
        Connection = ConnectionFile.Read(file);
        var start = new ProcessStartInfo("dotnet", [Program, "kernel", "start", file])
        {
            WorkingDirectory = _folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (parent is { } id)
            start.Environment["JPY_PARENT_PID"] = $"{id}";
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    /// <summary>The built program, in the same configuration as these tests.</summary>
    public static string Program { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Tutorial", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Tutorial.dll"));

    public ConnectionFile Connection { get; }

    public string Folder => _folder;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_log)
                return [.. _log];
        }
    }

    public long MemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public int Id => _process.Id;

    public bool WaitForExit(TimeSpan time) => _process.WaitForExit(time);

    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _folder.Dispose();
    }

    static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Dispose());
        return ports;
    }

    void Keep(string? line)
    {
        lock (_log)
        {
            if (line is not null)
                _log.Add(line);
        }
    }
}
