using System.Diagnostics;

namespace Notebooks.Jupyter.Tests;

/// <summary>The lesson's notebooks as the run without a reader leaves them: run once, for all tests of a class, when the first asks.</summary>
public sealed class HeadlessLesson : IDisposable
{
    readonly TemporaryFolder _place = new();
    readonly Lazy<Task<string>> _run;

    public HeadlessLesson() => _run = new(RunAsync);

    string Book => Path.Combine(_place, "book");

    /// <summary>A notebook of the lesson, executed.</summary>
    public async Task<Notebook> ExecutedAsync(string name)
    {
        var said = await _run.Value;
        var path = Path.Combine(Book, name);
        Assert.True(File.Exists(path), said);
        return Notebook.Read(path);
    }

    async Task<string> RunAsync()
    {
        using var process = Process.Start(new ProcessStartInfo(JupyterClients.DotNet, [KernelProcess.Program, "run", "--out", Book])
        {
            WorkingDirectory = JupyterClients.Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return await output + await error;
    }

    public void Dispose() => _place.Dispose();
}
