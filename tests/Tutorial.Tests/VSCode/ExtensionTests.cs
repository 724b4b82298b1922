using System.Diagnostics;
using Tutorial.Health;

namespace Tutorial.Tests.VSCode;

/// <summary>The extension's logic against a fake host and a fake VS Code: tests/vscode, on Node's own test runner.</summary>
public class ExtensionTests
{
    [Fact]
    public async Task The_tests_of_its_javascript_pass()
    {
        Assert.SkipUnless(Machine.OnPath("node") is not null, "No node on the PATH, and this test needs it. Debian: apt-get install nodejs");
        var start = new ProcessStartInfo("node", ["--test"])
        {
            WorkingDirectory = Path.Combine(Repository.Find().Root, "tests", "vscode"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, output + await error);
        Assert.DoesNotContain("tests 0", output); // none found is not all passed
    }
}
