using System.Diagnostics;
using Tutorial.Health;

namespace Tutorial.Pictures;

/// <summary>The machine's own Chromium, without a window: it draws what no .NET library draws.</summary>
static class HeadlessBrowser
{
    /// <summary>Opens a page and gives its document as it is when it has loaded.</summary>
    /// <param name="page">The page's file.</param>
    /// <param name="cancel">Ends the browser.</param>
    /// <exception cref="UsageException">There is no Chromium, or it fails.</exception>
    public static async Task<string> DocumentAsync(string page, CancellationToken cancel)
    {
        var path = Machine.OnPath(Machine.Chromium)
            ?? throw new UsageException("Pictures are drawn by Chromium, Chrome or Edge, and none is on the PATH. Debian and Ubuntu: apt-get install chromium");
        var start = new ProcessStartInfo(path, ["--headless", .. Machine.ChromiumArguments, "--dump-dom", new Uri(page).AbsoluteUri])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var browser = Process.Start(start)!;
        using var ending = cancel.Register(() => browser.Kill(entireProcessTree: true));
        var error = browser.StandardError.ReadToEndAsync(cancel);
        var document = await browser.StandardOutput.ReadToEndAsync(cancel);
        await browser.WaitForExitAsync(cancel);
        return browser.ExitCode == 0 ? document : throw new UsageException($"{path} ended with exit code {browser.ExitCode}: {(await error).Trim()}");
    }
}
