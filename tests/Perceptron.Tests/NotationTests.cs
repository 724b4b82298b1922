using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Tests;

/// <summary>The lesson's page of notation, as far as it speaks of this library.</summary>
public sealed partial class NotationTests
{
    static readonly Dictionary<string, object> Roots = Lesson();

    /// <summary>The rows of its tables that have a column for the library: what stands there, the shape, and the shape for the circles.</summary>
    static readonly IReadOnlyList<(string Library, string Shape, string Circles)> Rows =
    [
        .. from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "notation.md"))
           let cells = line.Split('|').Select(cell => cell.Trim()).ToArray()
           where cells.Length == 8 && cells[1] != "post" && !cells[1].StartsWith("---", StringComparison.Ordinal)
           select (cells[4], cells[5], cells[6]),
    ];

    static readonly IReadOnlyList<(string Library, string Circles)> Sizes =
    [
        .. from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "notation.md"))
           let cells = line.Split('|').Select(cell => cell.Trim()).ToArray()
           where cells.Length == 6 && cells[3].StartsWith('`')
           select (cells[3].Trim('`'), cells[4]),
    ];

    static Dictionary<string, object> Lesson()
    {
        var random = new NumPyRandom(44);
        var data = Dataset.Circles(random);
        var model = Mlp.Random(random, 2, 3, 1);
        var pass = model.Forward(data.X);
        return new()
        {
            ["data"] = data,
            ["model"] = model,
            ["pass"] = pass,
            ["gradients"] = model.Backward(pass, CrossEntropy.Gradient(pass.Scores, data.Y, Reduction.Mean)),
            ["classifier"] = LogisticRegression.Train(data, 0.1, 1, Reduction.Mean),
            ["epoch"] = GradientDescent.Run(model, data, 0.01, Reduction.Sum).First(),
        };
    }

    /// <summary>Follows <c>model.Layers[0].Bias</c> to its value; a method has none.</summary>
    static object? Follow(string path)
    {
        var steps = Step().Matches(path).Select(step => step.Value).ToList();
        var value = Roots.GetValueOrDefault(steps[0]);
        var type = value?.GetType() ?? typeof(Mlp).Assembly.GetExportedTypes().SingleOrDefault(t => t.Name == steps[0])
            ?? throw new InvalidOperationException($"'{path}': '{steps[0]}' is neither a type of the library nor one of {string.Join(", ", Roots.Keys)}");
        foreach (var step in steps.Skip(1))
        {
            var member = char.IsAsciiDigit(step[0]) ? type.GetProperty("Item")! : type.GetMember(step).FirstOrDefault()
                ?? throw new InvalidOperationException($"'{path}': {type.Name} has no {step}");
            value = member switch
            {
                PropertyInfo { Name: "Item" } item => item.GetValue(value, [int.Parse(step, CultureInfo.InvariantCulture)]),
                PropertyInfo property when value is not null => property.GetValue(value),
                FieldInfo { IsStatic: true } field => field.GetValue(null),
                _ => null,
            };
            type = value?.GetType() ?? (member as PropertyInfo)?.PropertyType ?? typeof(void);
        }

        return value;
    }

    static string? ShapeOf(object? value) => value switch
    {
        Matrix<double> m => $"{m.RowCount}×{m.ColumnCount}",
        Vector<double> v => $"{v.Count}",
        double => "1",
        _ => null,
    };

    [Fact]
    public void Each_member_that_it_names_is_there()
    {
        var paths = Rows.SelectMany(row => Code().Matches(row.Library)).Select(code => code.Groups[1].Value).ToList();
        Assert.InRange(paths.Count, 25, 60);
        Assert.All(paths, path => Follow(path));
    }

    [Fact]
    public void The_shapes_in_letters_give_the_shapes_in_numbers() =>
        Assert.All(Rows, row => Assert.Equal(row.Circles, row.Shape.Replace("n", "200").Replace("d", "2").Replace("m", "3")));

    [Fact]
    public void What_the_library_holds_has_the_shape_in_numbers()
    {
        var held = Rows.Where(row => row.Library.StartsWith('`')).Select(row => (row.Library, row.Circles, Shape: ShapeOf(Follow(row.Library.Split('`')[1])))).Where(row => row.Shape is not null).ToList();
        Assert.InRange(held.Count, 15, 40);
        Assert.All(held, row => Assert.Equal($"{row.Library} {row.Circles}", $"{row.Library} {row.Shape}"));
    }

    [Fact]
    public void The_sizes_are_those_of_the_circles()
    {
        Assert.Equal(4, Sizes.Count);
        Assert.All(Sizes, size => Assert.Equal($"{size.Library} {size.Circles}", $"{size.Library} {Follow(size.Library)}"));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Step();
}
