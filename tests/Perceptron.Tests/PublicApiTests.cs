using PublicApiGenerator;

namespace Perceptron.Tests;

public class PublicApiTests
{
    [Fact]
    public void The_public_api_is_the_one_written_down()
    {
        var now = typeof(Mlp).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
            .ReplaceLineEndings("\n").Trim() + "\n";
        var written = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PublicApi.txt")).ReplaceLineEndings("\n");
        if (now == written)
            return;

        var received = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
        File.WriteAllText(received, now);
        var difference = now.Split('\n').Except(written.Split('\n')).Select(line => $"+{line}")
            .Concat(written.Split('\n').Except(now.Split('\n')).Select(line => $"-{line}"));
        Assert.Fail($"""
            The public API of Perceptron is not the one in tests/Perceptron.Tests/PublicApi.txt:
            {string.Join('\n', difference)}
            If the change is wanted, write it down: cp {received} tests/Perceptron.Tests/PublicApi.txt
            """);
    }
}
