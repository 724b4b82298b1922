namespace Notebooks.Interactive;

/// <summary>Something that a cell has shown, and that can be shown anew in the same place.</summary>
public sealed class DisplayedValue
{
    private readonly CellScope _scope;
    private readonly IReadOnlyList<string> _mimeTypes;

    internal DisplayedValue(CellScope scope, string displayId, IReadOnlyList<string> mimeTypes)
    {
        _scope = scope;
        _mimeTypes = mimeTypes;
        DisplayId = displayId;
    }

    /// <summary>The name of the place.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in this place, from this cell or from a later one.</summary>
    public void Update(object? value) => (CellScope.Find() ?? _scope).Update(value, _mimeTypes, DisplayId);
}
