namespace Tutorial.Tests.VSCode;

/// <summary>One window, in which notebooks are opened one after the other: VS Code itself takes many times as long to open as a notebook in it.</summary>
public sealed class SharedWindow(CodeServer server, Browser browser) : IAsyncDisposable
{
    (Installed Extensions, Window Window, string Folder)? _open;

    /// <summary>The window of a VS Code with these extensions, with this notebook open in it and no other, and its folder: made when the window is.</summary>
    internal async Task<(Window Window, string Folder)> OpenAsync(Installed extensions, Func<string> folder, string notebook)
    {
        CodeServer.RequiredNode();
        if (_open is var (kind, window, place) && kind == extensions)
        {
            await window.CloseAsync();
            await window.OpenAsync(notebook);
            return (window, place);
        }

        await DisposeAsync();
        place = folder();
        window = await Window.OpenAsync(browser.Required(), server.Address(extensions), place, notebook);
        _open = (extensions, window, place);
        return (window, place);
    }

    /// <summary>Closes it; the next notebook gets a new one.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_open is var (_, window, _))
            await window.DisposeAsync();
        _open = null;
    }
}
