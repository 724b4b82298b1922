using System.Globalization;

namespace Notebooks.Jupyter;

/// <summary>
/// Lets a cell's text through up to a limit, so that a loop that prints a million lines kills neither the page nor what saves it.
/// What comes after is counted, and the reader is told. Displays and errors always go through.
/// </summary>
internal sealed class OutputLimit(Action<CellOutput> output)
{
    /// <summary>Lines that a cell may print.</summary>
    public const int MostLines = 10_000;

    /// <summary>Characters that a cell may print.</summary>
    public const int MostCharacters = 1 << 20;

    private readonly Lock _lock = new();
    private int _lines;
    private int _characters;
    private long _linesOver;
    private long _charactersOver;

    /// <summary>Takes an output of the cell.</summary>
    public void Take(CellOutput next)
    {
        lock (_lock)
        {
            if (next is CellOutput.Stream stream)
                Take(stream);
            else
                output(next);
        }
    }

    /// <summary>The cell has ended: says how much was not shown.</summary>
    public void End()
    {
        lock (_lock)
        {
            if (_charactersOver == 0)
                return;
            output(new CellOutput.Stream(CellOutput.Stream.Err, string.Create(
                CultureInfo.InvariantCulture,
                $"Not shown: {_linesOver:N0} more lines, {_charactersOver:N0} more characters.\n")));
            (_linesOver, _charactersOver) = (0, 0);
        }
    }

    private void Take(CellOutput.Stream stream)
    {
        var shown = _charactersOver > 0 ? 0 : Room(stream.Text);
        if (shown > 0)
            output(stream with { Text = stream.Text[..shown] });
        if (shown == stream.Text.Length)
            return;
        if (_charactersOver == 0)
        {
            output(new CellOutput.Stream(CellOutput.Stream.Err, string.Create(
                CultureInfo.InvariantCulture,
                $"\n… The cell goes on, but its text is no longer shown: a cell shows at most {MostLines:N0} lines and {MostCharacters:N0} characters. Write more to a file.\n")));
        }

        _charactersOver += stream.Text.Length - shown;
        _linesOver += stream.Text.AsSpan(shown).Count('\n');
    }

    /// <summary>How many characters of a text still fit.</summary>
    private int Room(string text)
    {
        var end = 0;
        while (end < text.Length && _lines < MostLines && _characters < MostCharacters)
        {
            _characters++;
            if (text[end++] == '\n')
                _lines++;
        }

        return end;
    }
}
