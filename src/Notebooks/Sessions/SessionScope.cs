using Notebooks.Interactive;

namespace Notebooks;

/// <summary>A cell's scope in a session.</summary>
internal sealed class SessionScope(OutputSink sink, ValueFormatter formatter, Func<InputRequest, string?> ask) : CellScope
{
    public OutputSink Sink { get; } = sink;

    public override DisplayedValue Display(object? value, IReadOnlyList<string> mimeTypes) =>
        Show(formatter.Format(value, mimeTypes), mimeTypes);

    public override DisplayedValue DisplayAs(string content, string mimeType) =>
        Show(new MimeBundle(mimeType, content), [mimeType]);

    public override void Update(object? value, IReadOnlyList<string> mimeTypes, string displayId) =>
        Sink.Show(new CellOutput.Update(formatter.Format(value, mimeTypes), displayId));

    public override void ClearOutput(bool wait) => Sink.Show(new CellOutput.Clear(wait));

    public override string? Ask(string prompt, bool isPassword)
    {
        Sink.Flush(); // what was printed before the question is read before it
        return ask(new(prompt, isPassword));
    }

    private DisplayedValue Show(MimeBundle bundle, IReadOnlyList<string> mimeTypes)
    {
        var displayId = Guid.NewGuid().ToString("N");
        Sink.Show(new CellOutput.Display(bundle, displayId));
        return new DisplayedValue(this, displayId, mimeTypes);
    }
}
