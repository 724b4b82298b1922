namespace Perceptron.Tests;

/// <summary>One number that counts what is done to it: the kernels are made for it like for any vector.</summary>
readonly unsafe struct Counting : ISimd<double>
{
    [ThreadStatic]
    static long operations;

    /// <summary>Loads, stores and operations of the kernels on this thread.</summary>
    public static long Operations => operations;

    public static int Lanes => 1;
    public static double Of(double value) => value;
    public static double Load(double* from) => Counted(*from);
    public static void Store(double v, double* to) => *to = Counted(v);
    public static double Add(double a, double b) => Counted(a + b);
    public static double Subtract(double a, double b) => Counted(a - b);
    public static double Multiply(double a, double b) => Counted(a * b);
    public static double Fma(double a, double b, double c) => Counted(Plain.Fma(a, b, c));
    public static double FmaNegated(double a, double b, double c) => Counted(Plain.FmaNegated(a, b, c));
    public static double Min(double a, double b) => Counted(Plain.Min(a, b));
    public static double Max(double a, double b) => Counted(Plain.Max(a, b));
    public static double Abs(double a) => Counted(Math.Abs(a));
    public static double CopySign(double a, double sign) => Counted(Math.CopySign(a, sign));
    public static double IfLess(double a, double b, double then, double otherwise) => Counted(a < b ? then : otherwise);
    public static double Scale(double a, double k) => Counted(Plain.Scale(a, k));
    public static double Reciprocal(double a) => Counted(1 / a);
    public static double Divide(double a, double b, double lost) => Counted(Plain.Divide(a, b, lost));
    public static double Sum(double a) => Counted(a);

    static double Counted(double value)
    {
        operations++;
        return value;
    }
}
