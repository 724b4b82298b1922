using CsCheck;

namespace Notebooks.Tests;

public class OutputSinkTests
{
    [Fact] // however text is gathered, nothing is lost and nothing changes places
    public void What_goes_in_comes_out_in_order() =>
        Gen.Select(Gen.OneOf("stdout", "stderr", "display"), Gen.String[1, 3000]).Array[0, 12].Sample(written =>
        {
            var outputs = new NotebookOutputs();
            var sink = new OutputSink(output => outputs.Add(0, output));
            var expected = new NotebookOutputs();
            foreach (var (kind, text) in written)
            {
                CellOutput output = kind == "display" ? new CellOutput.Display(MimeBundle.Plain(text)) : new CellOutput.Stream(kind, text);
                expected.Add(0, output);
                if (kind == "display")
                    sink.Show(output);
                else
                    sink.Write(kind, text);
            }

            sink.Flush();
            return outputs.Of(0).SequenceEqual(expected.Of(0));
        });

    [Fact]
    public void Many_small_writes_are_few_outputs()
    {
        var count = 0;
        var sink = new OutputSink(_ => count++);
        for (var i = 0; i < 10_000; i++)
            sink.Write("stdout", "12345678\n");
        sink.Flush();
        Assert.InRange(count, 1, 1000);
    }

    [Fact]
    public async Task A_flood_is_cut_off_with_a_word_about_it_and_the_cell_goes_on()
    {
        using var session = new TestSession();
        var shown = await session.RunAsync("for (var i = 0; i < 1_000_000; i++) Console.WriteLine(\"a line of text\");\n\"done\"");
        Assert.Equal("done", shown.Value);
        Assert.Equal(OutputSink.MostText, shown.Out.Length);
        Assert.Contains("2,000,000 characters", shown.Err, StringComparison.Ordinal);
        Assert.Equal("done", shown.ResultData["text/plain"]);
    }

    [Fact]
    public async Task Text_is_handed_on_while_the_cell_still_runs()
    {
        var arrived = new TaskCompletionSource();
        var sink = new OutputSink(_ => arrived.TrySetResult());
        sink.Write("stdout", "progress");
        await arrived.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
