using System.Globalization;

namespace Notebooks.Jupyter;

/// <summary>
/// Lets a cell's text through up to a limit, so that a loop that prints a million lines kills neither the page nor what saves it.
/// The reader is told that there was more. Displays and errors always go through. (The session has a wider limit of its own, for the memory.)
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
    private bool _isFull;

    /// <summary>Takes an output of the cell.</summary>
    public void Take(CellOutput next)
    {
        lock (_lock)
        {
            if (next is not CellOutput.Stream stream)
                output(next);
            else if (!_isFull)
                Take(stream);
        }
    }

    private void Take(CellOutput.Stream stream)
    {
        var shown = Room(stream.Text);
        if (shown > 0)
            output(stream with { Text = stream.Text[..shown] });
        if (shown == stream.Text.Length)
            return;
        _isFull = true;
        output(new CellOutput.Stream(CellOutput.Stream.Err, string.Create(
            CultureInfo.InvariantCulture,
            $"\n… The cell goes on, but its text is no longer shown: a page shows at most {MostLines:N0} lines and {MostCharacters:N0} characters of a cell. Write more to a file.\n")));
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
