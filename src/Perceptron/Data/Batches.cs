using MathNet.Numerics.LinearAlgebra;

namespace Perceptron;

public sealed partial class Dataset
{
    /// <summary>
    /// The points in random order, a few at a time, without end: when all have had their turn, they are shuffled again.
    /// The last batch of a turn has what is left.
    /// </summary>
    /// <param name="size">The points of a batch; all at once if there are not so many.</param>
    /// <param name="seed">Where the random order starts: every enumeration gives the same.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is below 1.</exception>
    public IEnumerable<Dataset> Batches(int size, uint seed)
    {
        Require.AtLeast(1, size, "Dataset.Batches");
        return All();

        IEnumerable<Dataset> All()
        {
            var random = new NumPyRandom(seed);
            while (true)
                foreach (var rows in random.Permutation(Count).Chunk(size))
                    yield return Of(rows);
        }
    }

    Dataset Of(int[] rows)
    {
        var (x, y) = (Matrix<double>.Build.Dense(rows.Length, Dimensions), Matrix<double>.Build.Dense(rows.Length, 1));
        for (var i = 0; i < rows.Length; i++)
        {
            y[i, 0] = Y.At(rows[i], 0);
            for (var j = 0; j < Dimensions; j++)
                x[i, j] = X.At(rows[i], j);
        }
        return new Dataset(x, y, Name);
    }
}
