namespace Perceptron;

/// <summary>Numbers at an address that does not move and that a vector may start at.</summary>
sealed unsafe class Doubles
{
    const int Alignment = 64;

    readonly double[] array;

    public Doubles(long count)
    {
        array = GC.AllocateArray<double>(checked((int)count + Alignment / sizeof(double)), pinned: true);
        fixed (double* start = array)
            At = (double*)(((nint)start + Alignment - 1) & -Alignment);
        Count = (int)count;
    }

    public double* At { get; }

    public int Count { get; }

    public Span<double> Span => new(At, Count);
}
