using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Tutorial.Tests;

/// <summary>Pages that the tests of one class share, because drawing takes seconds without a graphics card. After the last test they are closed: a page with a film on it never rests.</summary>
public sealed class SharedPages : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, Task> _opened = [];
    readonly ConcurrentBag<IPage> _pages = [];

    /// <summary>The page of this name, opened by the first test that asks.</summary>
    internal Task<T> GetAsync<T>(string name, Func<Task<T>> open, Func<T, IPage> page) => (Task<T>)_opened.GetOrAdd(name, _ => OpenAsync(open, page));

    async Task<T> OpenAsync<T>(Func<Task<T>> open, Func<T, IPage> page)
    {
        var opened = await open();
        _pages.Add(page(opened));
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
            await page.Context.DisposeAsync();
    }
}
