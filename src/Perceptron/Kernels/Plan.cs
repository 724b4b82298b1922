using System.Collections.Immutable;

namespace Perceptron;

/// <summary>Where things lie. It depends on the network and the number of points alone, so that the order of every sum does too.</summary>
sealed class Plan
{
    // Rows come in whole tiles of three vectors of eight, and a vector may start in every row that is a multiple of eight.
    const int Tile = 24, Vector = 8;

    // What a block of rows needs stays in the first-level cache. Fewer rows than two tiles, and the sums of lanes would cost more.
    const int BlockBytes = 32 << 10, FewestRows = 2 * Tile, MostRows = 20 * Tile;

    // So many that threads of unequal speed finish together; fewer where each needs a large gradient of its own.
    const int MostChunks = 32, FewestChunks = 8, ChunkBytes = 8 << 20;

    readonly int[] offsets;

    public Plan(Mlp model, int points)
    {
        Layers = model.Layers;
        offsets = new int[Layers.Length];
        for (var l = 1; l < offsets.Length; l++)
            offsets[l] = offsets[l - 1] + Layers[l - 1].ParameterCount;
        ParameterCount = model.ParameterCount;
        Hidden = Layers.Take(Layers.Length - 1).Sum(layer => layer.Units);
        Widest = Layers.Take(Layers.Length - 1).Select(layer => layer.Units).DefaultIfEmpty(0).Max();
        var rows = BlockBytes / sizeof(double) / (model.Inputs + Hidden + 2) / Tile * Tile;
        BlockRows = Math.Min(Math.Clamp(rows, FewestRows, MostRows), UpToVector(points));
        Chunks = Math.Min(Blocks(points), Math.Clamp(ChunkBytes / sizeof(double) / ParameterCount, FewestChunks, MostChunks));
    }

    public ImmutableArray<Layer> Layers { get; }
    public int ParameterCount { get; }

    /// <summary>Units of all hidden layers.</summary>
    public int Hidden { get; }

    /// <summary>Units of the widest hidden layer.</summary>
    public int Widest { get; }

    /// <summary>Rows of a block, and so the distance of its columns.</summary>
    public int BlockRows { get; }

    /// <summary>Parts of the sum over the points: each is added up by one thread, and then they are added in their order.</summary>
    public int Chunks { get; }

    /// <summary>One gradient, then the loss, then room for the rest of a vector.</summary>
    public int GradientLength => UpToVector(ParameterCount + 1);

    /// <summary>Where W of layer l begins, column after column.</summary>
    public int Weights(int l) => offsets[l];

    /// <summary>Where b of layer l begins: behind its W.</summary>
    public int Bias(int l) => offsets[l] + Layers[l].Inputs * Layers[l].Units;

    public int Blocks(int points) => (points + BlockRows - 1) / BlockRows;

    public static int UpToVector(int count) => (count + Vector - 1) / Vector * Vector;
}
