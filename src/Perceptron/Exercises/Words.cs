namespace Perceptron;

/// <summary>How every exercise speaks, and when two numbers are the same.</summary>
static class Words
{
    public const string NoAnswer = "– No answer yet. Write it in the cell above, run that cell, then this one again.";

    public static string Right(string praise) => $"✓ Right. {praise}";

    public static string Wrong(string words) => $"✗ Not yet. {words}";

    public static string Threw(Exception e) => Wrong($"Your answer stops with {e.GetType().Name}: {e.Message}");

    /// <summary>Equal but for rounding: nine digits.</summary>
    public static bool Close(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b)) + 1e-12;
}
