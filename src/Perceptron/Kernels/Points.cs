namespace Perceptron;

/// <summary>The data, block after block as the kernels go through them: X, and z = 1 − 2y for the labels.</summary>
sealed unsafe class Points
{
    readonly Plan plan;
    readonly int dimensions;
    readonly Doubles x, z;

    public Points(Plan plan, Dataset data)
    {
        this.plan = plan;
        dimensions = data.Dimensions;
        Capacity = plan.Blocks(data.Count) * plan.BlockRows;
        x = new((long)Capacity * dimensions);
        z = new(Capacity);
        Load(data);
    }

    /// <summary>n.</summary>
    public int Count { get; private set; }

    /// <summary>As many points fit.</summary>
    public int Capacity { get; }

    public double* X(int block) => x.At + (nint)block * plan.BlockRows * dimensions;

    public double* Z(int block) => z.At + (nint)block * plan.BlockRows;

    /// <summary>The rows of a block, filled up to whole vectors.</summary>
    public int Rows(int block) => Plan.UpToVector(Math.Min(plan.BlockRows, Count - block * plan.BlockRows));

    /// <summary>Other points in the same place. Rows that fill up a vector repeat the last one, with z = 0: they are finite where it is, and count for nothing.</summary>
    public void Load(Dataset data)
    {
        Count = data.Count;
        ReadOnlySpan<double> columns = data.X.AsColumnMajorArray(), labels = data.Y.AsColumnMajorArray();
        for (var block = 0; block < plan.Blocks(Count); block++)
        {
            int first = block * plan.BlockRows, rows = Rows(block), own = Math.Min(rows, Count - first);
            for (var j = 0; j < dimensions; j++)
            {
                var column = new Span<double>(X(block) + (nint)j * plan.BlockRows, rows);
                columns.Slice(j * Count + first, own).CopyTo(column);
                column[own..].Fill(column[own - 1]);
            }
            for (var i = 0; i < rows; i++)
                Z(block)[i] = i < own ? 1 - 2 * labels[first + i] : 0;
        }
    }
}
