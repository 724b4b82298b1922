namespace Perceptron.Tests;

/// <summary>What this processor can do.</summary>
static class Supported
{
    /// <summary>The widths whose kernels run here.</summary>
    public static IEnumerable<Lanes> Lanes => new[] { Perceptron.Lanes.One, Perceptron.Lanes.Four, Perceptron.Lanes.Eight }.Where(lanes => lanes <= LanesOf.Processor);

    /// <summary>Whether a·b + c is rounded once in the plain kernels too.</summary>
    public static bool Fused => System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported;

    /// <summary>Whether this is a process of <see cref="NarrowerTests"/>: fewer samples will do there.</summary>
    public static bool Withheld => Environment.GetEnvironmentVariable("PERCEPTRON_TESTS_LANES") is not null;
}
