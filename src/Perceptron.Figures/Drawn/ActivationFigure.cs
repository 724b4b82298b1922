namespace Perceptron.Figures;

/// <summary>An activation function and its slope.</summary>
static class ActivationFigure
{
    internal static Figure Of(Activation activation, double from, double to, string? title)
    {
        ArgumentNullException.ThrowIfNull(activation);
        if (!(double.IsFinite(from) && double.IsFinite(to) && from < to))
            throw new ArgumentException($"Figure.Activation expects a range of scores from low to high, but got {from} to {to}.", nameof(from));
        var (value, slope) = (new Graph(activation.Value, from, to), new Graph(activation.Slope, from, to));
        var name = activation == Activation.Sigmoid ? "σ" : activation.Name;
        var (low, high) = (Math.Min(value.Low, slope.Low), Math.Max(value.High, slope.High));
        var margin = Math.Max(high - low, 1e-9) / 12;
        Mark[] marks =
        [
            .. value.Pieces.Select(piece => new Mark.Curve($"{name}(s)", 0, piece, Measured: true)),
            .. slope.Pieces.Select(piece => new Mark.Curve($"{name}′(s), its slope", 1, piece)),
        ];
        title ??= $"{Words.Capital(activation.Name)} and its slope";
        return new Figure(
            new Picture(title, [new Axis("score s", from, to), new Axis("value and slope", low - margin, high + margin)], equalScale: false, marks),
            $"{name}(s) goes from {Words.Number(value.First)} at s = {Words.Number(from)} to {Words.Number(value.Last)} at s = {Words.Number(to)}{Jumps(value)}. {Slopes(slope)}");
    }

    static string Jumps(Graph graph) => graph.Jumps.Count == 0 ? "" : $", with a jump at s = {Words.List([.. graph.Jumps.Select(Words.Number)])}";

    static string Slopes(Graph slope)
    {
        if (slope.High == slope.Low)
            return $"Its slope is {Words.Number(slope.High)} everywhere{(slope.High == 0 ? ": it tells no parameter which way to go" : "")}.";
        if (slope.Jumps.Count > 0)
            return $"Its slope jumps from {Words.Number(slope.First)} to {Words.Number(slope.Last)} at s = {Words.List([.. slope.Jumps.Select(Words.Number)])}.";
        return $"Its slope is greatest at s = {Words.Number(slope.Top)}, where it is {Words.Number(slope.High)}; "
            + $"at s = {Words.Number(slope.From)} only {Words.Number(100 * slope.First / slope.High)} % of that is left, at s = {Words.Number(slope.To)} {Words.Number(100 * slope.Last / slope.High)} %.";
    }
}
