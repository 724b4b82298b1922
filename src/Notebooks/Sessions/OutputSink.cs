using System.Globalization;
using System.Text;
using Notebooks.Interactive;

namespace Notebooks;

/// <summary>
/// Hands on what a cell shows, in order and one at a time. Text is gathered for a moment, so that a loop that prints
/// does not send a message for every word.
/// </summary>
internal sealed class OutputSink
{
    private const int Full = 8192;

    /// <summary>How much text a cell may write. A loop that prints for ever would else fill the memory before it is stopped, and no page shows more.</summary>
    public const int MostText = 2_000_000;

    private static readonly string CutOff = string.Create(CultureInfo.InvariantCulture, $"The cell has written {MostText:N0} characters. The rest of its text is left out.");

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(40);

    private readonly Lock _lock = new();
    private readonly Action<CellOutput> _output;
    private readonly StringBuilder _text = new();
    private string _stream = CellOutput.Stream.Out;
    private int _left = MostText;

    public OutputSink(Action<CellOutput> output) => _output = output;

    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        lock (_lock)
        {
            if (_left == 0)
                return;
            if (_stream != stream)
                FlushText();
            _stream = stream;
            text = text[..Math.Min(text.Length, _left)];
            _left -= text.Length;
            if (_text.Length == 0)
                _ = Task.Delay(Moment).ContinueWith(_ => Flush(), TaskScheduler.Default);
            _text.Append(text);
            if (_text.Length >= Full || _left == 0)
                FlushText();
            if (_left == 0)
                HandOn(new CellOutput.Stream(CellOutput.Stream.Err, $"\n{CutOff}\n"));
        }
    }

    public void Show(CellOutput output)
    {
        lock (_lock)
        {
            FlushText();
            HandOn(output);
        }
    }

    public void Flush()
    {
        lock (_lock)
            FlushText();
    }

    private void FlushText()
    {
        if (_text.Length == 0)
            return;
        var text = _text.ToString();
        _text.Clear();
        HandOn(new CellOutput.Stream(_stream, text));
    }

    /// <summary>The host takes the output as itself: what it writes to the console while doing so is not the cell's.</summary>
    private void HandOn(CellOutput output)
    {
        var cell = CellScope.Find();
        CellScope.Enter(null);
        try
        {
            _output(output);
        }
        finally
        {
            CellScope.Enter(cell);
        }
    }
}
