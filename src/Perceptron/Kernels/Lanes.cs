using System.Runtime.Intrinsics;

namespace Perceptron;

/// <summary>How many numbers a vector holds.</summary>
enum Lanes
{
    One = 1,
    Four = 4,
    Eight = 8,
}

/// <summary>Chooses the copy of the kernels.</summary>
static class LanesOf
{
    /// <summary>The most that this processor has.</summary>
    public static Lanes Processor => Simd512.IsSupported ? Lanes.Eight : Simd256.IsSupported ? Lanes.Four : Lanes.One;

    public static Pass Pass(Lanes lanes, Plan plan, Points points, Doubles parameters, Doubles gradients) => lanes switch
    {
        Lanes.Eight => new Pass<Vector512<double>, Simd512>(plan, points, parameters, gradients),
        Lanes.Four => new Pass<Vector256<double>, Simd256>(plan, points, parameters, gradients),
        _ => new Pass<double, Plain>(plan, points, parameters, gradients),
    };
}
