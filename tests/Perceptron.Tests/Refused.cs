namespace Perceptron.Tests;

/// <summary>A bad input is refused with an exception that names the argument, what was expected and what came.</summary>
static class Refused
{
    public static void Range(string argument, string expected, string came, Func<object?> call) =>
        Check<ArgumentOutOfRangeException>(argument, expected, came, call);

    public static void Argument(string argument, string expected, string came, Func<object?> call) =>
        Check<ArgumentException>(argument, expected, came, call);

    public static void Null(string argument, Func<object?> call) =>
        Assert.Equal(argument, Assert.Throws<ArgumentNullException>(call).ParamName);

    static void Check<T>(string argument, string expected, string came, Func<object?> call) where T : ArgumentException
    {
        var refusal = Assert.Throws<T>(call);
        Assert.Equal(argument, refusal.ParamName);
        Assert.Contains(expected, refusal.Message);
        Assert.Contains(came, refusal.Message);
    }
}
