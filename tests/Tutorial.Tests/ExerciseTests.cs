using Notebooks;

namespace Tutorial.Tests;

/// <summary>The exercise of notebook 3 as its readers do it: one cell edited, the cells after it run again, all in one session.</summary>
[Collection(SessionText.OneAtATime)]
public sealed class ExerciseTests(ExerciseReader reader) : IClassFixture<ExerciseReader>
{
    const string In = "Sigmoid(wm * Sigmoid(W * x + b) + bm)", Out = "(wm * (W * x + b) + bm)";

    [Fact]
    public void The_text_names_the_one_edit() =>
        Assert.Contains($"so that `{In}` becomes `{Out}`", reader.TextBefore("exercise"));

    [Fact]
    public async Task With_the_sigmoids_in_the_border_bends_and_every_point_is_right()
    {
        var seen = await reader.Edits(In, In);

        Assert.Null(seen.Failure);
        Assert.StartsWith("Both sigmoids are in", seen["exercise-check"]);
        Assert.StartsWith("The border is bent", seen["exercise-bend"]);
        Assert.Contains("100.0 % of the points are right", seen["exercise-bend"]);
        Assert.Contains("no single w and b", seen["exercise-collapse"]);
    }

    [Fact]
    public async Task With_the_sigmoids_out_it_is_the_line_of_one_logistic_regression()
    {
        var seen = await reader.Edits(In, Out);

        Assert.Null(seen.Failure);
        Assert.StartsWith("Both sigmoids are out", seen["exercise-check"]);
        Assert.Equal("The border is one straight line, and 52.5 % of the points are right.", seen["exercise-bend"]);
        var numbers = seen["exercise-collapse"].Split('\n').Select(row => row[row.IndexOf("w =", StringComparison.Ordinal)..]).ToList();
        Assert.Equal(2, numbers.Count);
        Assert.Equal(numbers[1], numbers[0]);
    }

    [Theory] // Edits that leave a network: the notebook says which, and how to go on.
    [InlineData("Sigmoid(wm * (W * x + b) + bm)", "Only the inner sigmoid is out")]
    [InlineData("(wm * Sigmoid(W * x + b) + bm)", "Only the outer sigmoid is out")]
    public async Task Half_an_edit_is_recognised(string edited, string answer)
    {
        var seen = await reader.Edits(In, edited);
        Assert.Null(seen.Failure);
        Assert.StartsWith(answer, seen["exercise-check"]);
    }

    [Theory] // Edits that leave something else: the cell that notices says what is wrong and what to write.
    [InlineData("exercise", "Sigmod(wm * Sigmoid(W * x + b) + bm)", "'Sigmod' does not exist")]
    [InlineData("exercise", "(wm * (W * x + b) + bm", ") expected")]
    [InlineData("exercise-check", "wm * W * x + b + bm", "Keep the brackets: (wm * (W * x + b) + bm)")]
    [InlineData("exercise-check", "(wm * (W * (x + b)) + bm)", "Compare the brackets: (wm * (W * x + b) + bm)")]
    [InlineData("exercise-check", "(wm * (W * x) + bm)", "only the word Sigmoid may go")]
    [InlineData("exercise-check", "Tanh(wm * Sigmoid(W * x + b) + bm)", "only the word Sigmoid may go")]
    [InlineData("exercise-check", "x", "Your formula gives a vector")]
    public async Task A_wrong_edit_is_explained(string cell, string edited, string answer)
    {
        var seen = await reader.Edits(In, edited);
        Assert.Equal(cell, seen.Failure?.Cell);
        Assert.Contains(answer, seen.Failure?.Message);
    }

    [Fact]
    public async Task An_emptied_cell_is_explained()
    {
        var seen = await reader.Edits($"answer = (Vector<double> x) => {In};", "");
        Assert.Equal("exercise-check", seen.Failure?.Cell);
        Assert.Contains("There is no formula. Put", seen.Failure?.Message);
    }
}

/// <summary>A reader who has run notebook 3 down to the exercise.</summary>
public sealed class ExerciseReader : IAsyncLifetime
{
    const string Exercise = "exercise", Last = "exercise-collapse";

    readonly Notebook _notebook = Notebook.Read(Directory.EnumerateFiles(Repository.Find().Notebooks, "03-*.ipynb").Single());
    readonly Session _session = Session.Create(new SessionOptions { WorkingDirectory = Repository.Find().Notebooks });

    public async ValueTask InitializeAsync()
    {
        foreach (var cell in CodeCells.TakeWhile(cell => cell.Id != Exercise))
            Assert.Null((await _session.RunForTextAsync(cell.Id, cell.Source)).Error);
    }

    public ValueTask DisposeAsync()
    {
        _session.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The markdown cells right above a cell, nearest first.</summary>
    public string TextBefore(string cell) => string.Join("\n",
        _notebook.Cells.TakeWhile(c => c.Id != cell).Reverse().SkipWhile(c => c.Kind == CellKind.Code).TakeWhile(c => c.Kind == CellKind.Markdown).Select(c => c.Source));

    /// <summary>Edits the exercise cell and runs it and those below it, as far as they go.</summary>
    public async Task<Seen> Edits(string from, string to)
    {
        // Run All from the slot on: what an earlier edit put there is gone.
        var cells = CodeCells.SkipWhile(cell => cell.Id != "exercise-slot").ToList();
        var texts = new Dictionary<string, string>();
        foreach (var cell in cells.Take(cells.FindIndex(cell => cell.Id == Last) + 1))
        {
            if (cell.Id == Exercise)
                Assert.Contains(from, cell.Source);
            var (text, error) = await _session.RunForTextAsync(cell.Id, cell.Id == Exercise ? cell.Source.Replace(from, to, StringComparison.Ordinal) : cell.Source);
            if (error is not null)
                return new(texts, (cell.Id, error));
            texts[cell.Id] = text;
        }

        return new(texts, null);
    }

    IEnumerable<Cell> CodeCells => _notebook.Cells.Where(cell => cell.Kind == CellKind.Code);

    /// <summary>What the reader sees: the value of each cell that ran, and the cell that failed, with its message.</summary>
    public sealed record Seen(IReadOnlyDictionary<string, string> Values, (string Cell, string Message)? Failure)
    {
        public string this[string cell] => Values[cell];
    }
}
