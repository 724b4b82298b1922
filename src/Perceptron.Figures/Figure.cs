using MathNet.Numerics.LinearAlgebra;

namespace Perceptron.Figures;

/// <summary>
/// A picture of data and of what a model makes of it. A notebook shows it as an interactive chart, as HTML, or as words, whichever its host can.
/// </summary>
/// <remarks>
/// Everything is computed from what is handed in: a figure never trains. Classes differ by colour and by shape; lines are clipped to the picture;
/// <see cref="Description"/> says what is seen to whom cannot see it. The chart itself is made when it is first asked for.
/// </remarks>
[TypeFormatterSource(typeof(FigureFormats), PreferredMimeTypes = [Mime.Plotly, Mime.Html, Mime.Text])]
public sealed partial class Figure
{
    readonly Lazy<string> _json;

    internal Figure(Picture picture, string description)
        : this(picture.Title, description, () => PlotlyPlugin.Instance.Draw(picture))
    {
    }

    internal Figure(Film film, string description)
        : this(film.Picture.Title, description, () => PlotlyPlugin.Instance.Draw(film))
    {
    }

    Figure(string title, string description, Func<string> json)
    {
        Title = title;
        Description = (Title.Length == 0 ? "" : ".!?".Contains(Title[^1]) ? Title + " " : Title + ". ") + description;
        _json = new(json);
    }

    /// <summary>Says what is seen.</summary>
    public string Title { get; }

    /// <summary>What is seen, in words and numbers computed from the data: the figure's alternative text.</summary>
    public string Description { get; }

    /// <summary>The points of the two classes.</summary>
    /// <param name="data">Points of the plane (n×2).</param>
    /// <param name="title">Replaces the title computed from the data.</param>
    /// <param name="xAxis">The name of the first column.</param>
    /// <param name="yAxis">The name of the second column.</param>
    /// <exception cref="ArgumentException">X has not 2 columns.</exception>
    public static Figure Data(Dataset data, string? title = null, string xAxis = "x₁", string yAxis = "x₂") =>
        DataFigure.Of(data, title, xAxis, yAxis);

    /// <summary>The points, and the line wᵀx + b = 0 of one linear classifier, with an arrow to the side where it predicts class 1. Points on the wrong side carry a ring.</summary>
    /// <param name="data">Points of the plane (n×2), in the coordinates that the classifier sees.</param>
    /// <param name="classifier">A classifier of 2 inputs.</param>
    /// <param name="title">Replaces the title computed from the data.</param>
    /// <param name="xAxis">The name of the first column, for instance x₁².</param>
    /// <param name="yAxis">The name of the second column.</param>
    /// <exception cref="ArgumentException">The data or the classifier has not 2 columns.</exception>
    public static Figure Separation(Dataset data, LogisticRegression classifier, string? title = null, string xAxis = "x₁", string yAxis = "x₂") =>
        SeparationFigure.Of(data, classifier, title, xAxis, yAxis);

    /// <summary>The points, and for each unit j of a layer its line wⱼᵀx + bⱼ = 0 with an arrow to its positive side.</summary>
    /// <param name="data">Points of the plane (n×2).</param>
    /// <param name="layer">A layer of 2 inputs, learned or made by hand.</param>
    /// <param name="title">Replaces the computed title.</param>
    /// <exception cref="ArgumentException">The data or the layer has not 2 columns.</exception>
    public static Figure Lines(Dataset data, Layer layer, string? title = null) => LinesFigure.Of(data, layer, title);

    /// <summary>
    /// The points as the last layer sees them, h = f(Wx + b), and where that layer decides: the plane w_mᵀh + b_m = 0, clipped to the cube in which h lies
    /// (a line for 2 hidden units, a threshold for 1).
    /// </summary>
    /// <param name="data">The points, with as many columns as the model has inputs.</param>
    /// <param name="model">A network with one output and 1, 2 or 3 units in its last hidden layer.</param>
    /// <param name="title">Replaces the title computed from the data.</param>
    /// <exception cref="ArgumentException">The model has no hidden layer, more than 3 units in its last one, or more than one output.</exception>
    public static Figure HiddenSpace(Dataset data, Mlp model, string? title = null) => HiddenSpaceFigure.Of(data, model, title);

    /// <summary>The class that a network predicts everywhere, the boundary ŷ = 0.5, and the points.</summary>
    /// <param name="data">Points of the plane (n×2).</param>
    /// <param name="model">A network of 2 inputs and one output.</param>
    /// <param name="title">Replaces the title computed from the data.</param>
    /// <param name="reach">Shows the square from −reach to reach, to look far beyond the points; null shows their surroundings.</param>
    /// <exception cref="ArgumentException">The data has not 2 columns, or the reach is not a finite number above 0.</exception>
    public static Figure Regions(Dataset data, Mlp model, string? title = null, double? reach = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return RegionsFigure.Of(data, model.Probabilities, title, reach);
    }

    /// <summary>The class that one linear classifier predicts everywhere, the boundary ŷ = 0.5, and the points.</summary>
    /// <param name="data">Points of the plane (n×2).</param>
    /// <param name="classifier">A classifier of 2 inputs.</param>
    /// <param name="title">Replaces the title computed from the data.</param>
    /// <param name="reach">Shows the square from −reach to reach, to look far beyond the points; null shows their surroundings.</param>
    /// <exception cref="ArgumentException">The data has not 2 columns, or the reach is not a finite number above 0.</exception>
    public static Figure Regions(Dataset data, LogisticRegression classifier, string? title = null, double? reach = null)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        return RegionsFigure.Of(data, classifier.Probabilities, title, reach);
    }

    /// <summary>The class that any function of the plane predicts everywhere, its boundary at 0.5, and the points: for instance a classifier behind a feature map.</summary>
    /// <param name="data">Points of the plane (n×2).</param>
    /// <param name="probabilities">From m points (m×2) to the probability of class 1 for each (m×1).</param>
    /// <param name="title">Replaces the title computed from the data.</param>
    /// <param name="reach">Shows the square from −reach to reach, to look far beyond the points; null shows their surroundings.</param>
    /// <exception cref="ArgumentException">The data has not 2 columns, the reach is not a finite number above 0, or the function does not give one finite number for each row.</exception>
    public static Figure Regions(Dataset data, Func<Matrix<double>, Matrix<double>> probabilities, string? title = null, double? reach = null) =>
        RegionsFigure.Of(data, probabilities, title, reach);

    /// <summary>The loss after each update.</summary>
    /// <param name="history">A finite piece of a run, cut by Take.</param>
    /// <param name="title">Replaces the title computed from the losses.</param>
    /// <param name="logarithmic">Whether equal steps upwards stand for equal factors.</param>
    /// <exception cref="ArgumentException">The history is empty, has no end, or holds no loss that can be drawn.</exception>
    public static Figure Loss(IEnumerable<Epoch> history, string? title = null, bool logarithmic = false) =>
        LossFigure.Of([("loss", history)], title, logarithmic);

    /// <summary>The losses of several runs, to compare them.</summary>
    /// <param name="histories">Finite pieces of runs, each with its name for the legend.</param>
    /// <param name="title">Replaces the title computed from the losses.</param>
    /// <param name="logarithmic">Whether equal steps upwards stand for equal factors.</param>
    /// <exception cref="ArgumentException">There is none, or one is empty, has no end, or holds no loss that can be drawn.</exception>
    public static Figure Loss(IEnumerable<(string Name, IEnumerable<Epoch> History)> histories, string? title = null, bool logarithmic = false) =>
        LossFigure.Of([.. histories ?? throw new ArgumentNullException(nameof(histories))], title, logarithmic);

    /// <summary>One measured quantity over another: one curve, or several to compare. Where a curve has few points, each is marked.</summary>
    /// <param name="curves">One to six curves, each with its name for the legend and its points (x, y) in order.</param>
    /// <param name="xAxis">The quantity to the right.</param>
    /// <param name="yAxis">The quantity upwards.</param>
    /// <param name="title">Replaces the title computed from the axes.</param>
    /// <exception cref="ArgumentException">There are none or more than six curves, or one has fewer than two points, more than a million, or one that is not finite.</exception>
    public static Figure Curves(IEnumerable<(string Name, IEnumerable<(double X, double Y)> Points)> curves, string xAxis, string yAxis, string? title = null) =>
        CurvesFigure.Of([.. curves ?? throw new ArgumentNullException(nameof(curves))], xAxis, yAxis, title);

    /// <summary>The chart as Plotly JSON: an object with data, layout and config, and frames where it moves.</summary>
    public string ToPlotlyJson() => _json.Value;

    /// <summary>The chart as HTML that draws itself when plotly.js is there (see <see cref="PlotlyJs"/>) and shows <see cref="Description"/> until then. It asks the network for nothing.</summary>
    public string ToHtml() => PlotlyHtml.Chart(ToPlotlyJson(), Description);

    /// <summary>The same as <see cref="Description"/>.</summary>
    public override string ToString() => Description;
}
