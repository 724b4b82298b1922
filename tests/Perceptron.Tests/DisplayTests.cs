using Microsoft.DotNet.Interactive.Formatting;

namespace Perceptron.Tests;

/// <summary>What a notebook host shows, seen through the formatting package that hosts use.</summary>
public class DisplayTests
{
    static readonly (Dataset Data, Mlp Start) Post = Reference.FromSeed44();

    static readonly object[] All =
    [
        Post.Data, Post.Start, Post.Start.Layers[0], Post.Start.Forward(Post.Data.X), Post.Start.Layers[0].Forward(Post.Data.X),
        Post.Start.Layers[1].Backward(Post.Start.Forward(Post.Data.X).Layers[1], Post.Data.Y),
        new LogisticRegression(Matrices.Of(1, -2), 3), Activation.Tanh,
        GradientDescent.Run(Post.Start, Post.Data, 0.01, Reduction.Sum),
        GradientDescent.Run(Post.Start, Post.Data, 0.01, Reduction.Sum).First(),
    ];

    [Fact]
    public void Every_value_of_the_lesson_shows_itself_as_html_and_as_text_in_one_output() =>
        Assert.All(All, value =>
        {
            Assert.Equal(["text/html", "text/plain"], Formatter.GetPreferredMimeTypesFor(value.GetType()).Order());
            Assert.StartsWith(value.ToString()!, value.ToDisplayString("text/plain"));
            var html = value.ToDisplayString("text/html");
            Assert.Contains(System.Net.WebUtility.HtmlEncode(value.ToString()!), html);
            Assert.DoesNotContain("dni-", html); // what the host would make of the properties
            Assert.DoesNotContain("color", html);
            Assert.True(html.Length < 10_000);
        });

    [Fact]
    public void A_layer_is_the_table_of_its_parameters()
    {
        var layer = new Layer(Matrices.Of(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }), Matrices.Of(7, 8, 9), Activation.Sigmoid);
        Assert.Equal("""
            Layer 2→3 sigmoid (9 parameters)
                  unit 1  unit 2  unit 3
              x₁       1       2       3
              x₂       4       5       6
            bias       7       8       9
            """.ReplaceLineEndings("\n"), layer.ToDisplayString("text/plain"));
    }

    [Fact]
    public void A_dataset_is_its_points_and_labels_cut_in_the_middle()
    {
        var lines = Post.Data.ToDisplayString("text/plain").Split('\n');
        Assert.Equal("circles: 200 points in 2 dimensions, 100 of class 0 and 100 of class 1, first and last rows shown", lines[0]);
        Assert.Equal(["x₁", "x₂", "y"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(13, lines.Length);
    }

    [Fact]
    public void A_classifier_is_its_formula_and_its_numbers() =>
        Assert.Equal("LogisticRegression σ(1·x₁ - 2·x₂ + 3)\nw₁   1\nw₂  -2\n b   3",
            new LogisticRegression(Matrices.Of(1, -2), 3).ToDisplayString("text/plain"));

    [Fact]
    public void A_pass_shows_x_s_and_h_side_by_side() =>
        Assert.Contains("x₁", Post.Start.Forward(Post.Data.X).ToDisplayString("text/plain").Split('\n')[3]);

    [Fact]
    public void The_inputs_of_a_later_layer_are_the_answers_of_the_one_before()
    {
        var heads = Post.Start.ToDisplayString("text/plain").Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault());
        Assert.Equal(["x₁", "x₂", "h₁", "h₂", "h₃"], heads.Where(head => head?[0] is 'x' or 'h'));
    }

    [Fact] // A host that listed the elements would never come back.
    public void An_endless_sequence_is_not_enumerated() =>
        Assert.Contains("cut it with .Take(n)", GradientDescent.Run(Post.Start, Post.Data, 0.01, Reduction.Sum).ToDisplayString("text/html"));
}
