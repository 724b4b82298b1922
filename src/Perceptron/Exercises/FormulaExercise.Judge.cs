using System.Globalization;

namespace Perceptron;

sealed partial record FormulaExercise
{
    /// <summary>What there is to say about an answer.</summary>
    public string Look(Func<double[], double>? answer) => Verdict.Of<double[]>(answer is null ? null : () => [.. Points.Select(answer)], Judge);

    string Judge(double[] given)
    {
        if (given.All(double.IsNaN) || given.All(value => value == 0))
            return Verdict.NoAnswer; // what the notebooks put there
        if (Same(given, Right))
            return Verdict.Right(Praise);
        foreach (var (formula, words) in Mistakes)
        {
            if (Same(given, formula))
                return Verdict.Wrong(words);
        }

        return Verdict.Wrong(Unknown(given));
    }

    bool Same(double[] given, Func<double[], double> formula) => Points.Zip(given).All(p => Verdict.Close(formula(p.First), p.Second));

    /// <summary>A constant factor is worth more than one pair of numbers.</summary>
    string Unknown(double[] given)
    {
        var ratio = given[0] / Right(Points[0]);
        if (double.IsFinite(ratio) && ratio != 0 && Same(given, a => ratio * Right(a)))
            return Verdict.Close(ratio, -1) ? "The sign is wrong; all else is right." : string.Create(CultureInfo.InvariantCulture, $"It is {ratio:G4} times the right answer, for all numbers: a factor is wrong.");
        var first = Enumerable.Range(0, given.Length).First(i => !Verdict.Close(given[i], Right(Points[i])));
        var at = string.Join(" and ", Arguments.Zip(Points[first], (name, value) => string.Create(CultureInfo.InvariantCulture, $"{name} = {value:G4}")));
        return string.Create(CultureInfo.InvariantCulture, $"For {at} it gives {given[first]:G6}; right is {Right(Points[first]):G6}.");
    }
}
