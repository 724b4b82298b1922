using System.Text;

namespace Notebooks;

/// <summary>Gathers what the cells of a run show, as a notebook stores it: text that follows on text is one output, and an update changes its display.</summary>
internal sealed class NotebookOutputs
{
    private readonly Lock _lock = new(); // a thread that an earlier cell left behind may still write
    private readonly Dictionary<int, CellOutputs> _cells = [];

    public void Add(int cell, CellOutput output)
    {
        lock (_lock)
        {
            if (!_cells.TryGetValue(cell, out var outputs))
                _cells[cell] = outputs = new();
            if (output is CellOutput.Stream stream)
            {
                outputs.Write(stream);
            }
            else if (output is CellOutput.Update update)
            {
                foreach (var other in _cells.Values)
                    other.Apply(update);
            }
            else if (output is CellOutput.Clear clear)
            {
                outputs.Clear(clear.Wait);
            }
            else
            {
                outputs.Add(output);
            }
        }
    }

    public IEnumerable<CellOutput> Of(int cell)
    {
        lock (_lock)
            return _cells.TryGetValue(cell, out var outputs) ? outputs.ToList() : [];
    }

    private sealed class CellOutputs
    {
        private readonly List<CellOutput> _outputs = [];
        private readonly StringBuilder _text = new();
        private string _stream = "";
        private bool _clearedByNext;

        public void Clear(bool wait)
        {
            _clearedByNext = wait;
            if (wait)
                return;
            _text.Clear();
            _outputs.Clear();
        }

        public void Write(CellOutput.Stream stream)
        {
            MakeRoom();
            if (stream.Name != _stream)
                EndText();
            _stream = stream.Name;
            _text.Append(stream.Text);
        }

        public void Add(CellOutput output)
        {
            MakeRoom();
            EndText();
            _outputs.Add(output);
        }

        public void Apply(CellOutput.Update update)
        {
            for (var i = 0; i < _outputs.Count; i++)
            {
                if (_outputs[i] is CellOutput.Display display && display.DisplayId == update.DisplayId)
                    _outputs[i] = display with { Data = update.Data };
            }
        }

        public List<CellOutput> ToList()
        {
            EndText();
            return [.. _outputs];
        }

        private void MakeRoom()
        {
            if (_clearedByNext)
                Clear(wait: false);
        }

        private void EndText()
        {
            if (_text.Length == 0)
                return;
            var text = _text.ToString();
            _text.Clear();
            // text after a look at the outputs goes on where it was
            if (_outputs is [.., CellOutput.Stream last] && last.Name == _stream)
                _outputs[^1] = last with { Text = last.Text + text };
            else
                _outputs.Add(new CellOutput.Stream(_stream, text));
        }
    }
}
