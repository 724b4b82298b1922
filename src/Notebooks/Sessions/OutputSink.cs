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
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(40);

    private readonly Lock _lock = new();
    private readonly Action<CellOutput> _output;
    private readonly StringBuilder _text = new();
    private string _stream = CellOutput.Stream.Out;

    public OutputSink(Action<CellOutput> output) => _output = output;

    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        try
        {
        }
        finally // a cell that is stopped is not stopped in here, which would leave half a write behind
        {
            lock (_lock)
            {
                if (_stream != stream)
                    FlushText();
                _stream = stream;
                if (_text.Length == 0)
                    _ = Task.Delay(Moment).ContinueWith(_ => Flush(), TaskScheduler.Default);
                _text.Append(text);
                if (_text.Length >= Full)
                    FlushText();
            }
        }
    }

    public void Show(CellOutput output)
    {
        try
        {
        }
        finally // as above
        {
            lock (_lock)
            {
                FlushText();
                HandOn(output);
            }
        }
    }

    public void Flush()
    {
        try
        {
        }
        finally // as above
        {
            lock (_lock)
                FlushText();
        }
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
