namespace Perceptron.Tests;

/// <summary>What this processor can do.</summary>
static class Supported
{
    /// <summary>The widths whose kernels run here.</summary>
    public static IEnumerable<Lanes> Lanes => new[] { Perceptron.Lanes.One, Perceptron.Lanes.Four, Perceptron.Lanes.Eight }.Where(lanes => lanes <= Widest);

    /// <summary>Asked of the processor itself, not of the code under test.</summary>
    public static Lanes Widest =>
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated && System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? Perceptron.Lanes.Eight :
        System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated && System.Runtime.Intrinsics.X86.Fma.IsSupported ? Perceptron.Lanes.Four : Perceptron.Lanes.One;

    /// <summary>Whether a·b + c is rounded once in the plain kernels too.</summary>
    public static bool Fused => System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported;

    /// <summary>Whether this is a process of <see cref="NarrowerTests"/>: fewer samples will do there.</summary>
    public static bool Withheld => Environment.GetEnvironmentVariable("PERCEPTRON_TESTS_LANES") is not null;
}
