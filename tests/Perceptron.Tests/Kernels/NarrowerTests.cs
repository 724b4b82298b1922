using System.Diagnostics;

namespace Perceptron.Tests;

/// <summary>The kernels' tests again in a process that is told to have no wide vectors.</summary>
public class NarrowerTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512", Lanes.Four)]
    [InlineData("DOTNET_EnableAVX2", Lanes.One)]
    public void The_kernels_hold_without_wide_vectors(string withheld, object widest)
    {
        Assert.SkipUnless(!Supported.Withheld, "This is the narrower process.");
        var lanes = (Lanes)Math.Min((int)(Lanes)widest, (int)Supported.Widest);
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(NarrowerTests).Assembly.Location, "-noColor", "-class", typeof(FunctionsTests).FullName!, "-class", typeof(TrainerTests).FullName! },
            Environment = { [withheld] = "0", ["PERCEPTRON_TESTS_LANES"] = $"{lanes}" },
            RedirectStandardOutput = true,
        })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said);
        Assert.DoesNotContain("Total: 0", said);
    }
}
