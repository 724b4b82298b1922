namespace Notebooks;

/// <summary>Gathers what the cells of a run show, as a notebook stores it: text that follows on text is one output, and an update changes its display.</summary>
internal sealed class NotebookOutputs
{
    private readonly Lock _lock = new(); // a thread that an earlier cell left behind may still write
    private readonly Dictionary<int, List<CellOutput>> _cells = [];

    public void Add(int cell, CellOutput output)
    {
        lock (_lock)
        {
            if (!_cells.TryGetValue(cell, out var outputs))
                _cells[cell] = outputs = [];
            switch (output)
            {
                case CellOutput.Update update:
                    Apply(update);
                    break;
                case CellOutput.Stream next when outputs is [.., CellOutput.Stream last] && last.Name == next.Name:
                    outputs[^1] = last with { Text = last.Text + next.Text };
                    break;
                default:
                    outputs.Add(output);
                    break;
            }
        }
    }

    public IEnumerable<CellOutput> Of(int cell)
    {
        lock (_lock)
            return _cells.TryGetValue(cell, out var outputs) ? [.. outputs] : [];
    }

    private void Apply(CellOutput.Update update)
    {
        foreach (var outputs in _cells.Values)
        {
            for (var i = 0; i < outputs.Count; i++)
            {
                if (outputs[i] is CellOutput.Display display && display.DisplayId == update.DisplayId)
                    outputs[i] = display with { Data = update.Data };
            }
        }
    }
}
