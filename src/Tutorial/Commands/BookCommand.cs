using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Channels;
using Tutorial.Running;

namespace Tutorial.Commands;

/// <summary><c>book</c>: the lesson's book, brought up to date. Only notebooks that have changed are run.</summary>
static class BookCommand
{
    /// <summary>An editor saves in several strokes; the run waits for the last one.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var open = new Option<bool>("--open") { Description = "Then open it in the browser." };
        var watch = new Option<bool>("--watch") { Description = "Stay, and rebuild the page of a notebook or a text whenever it is saved. Ctrl+C ends it." };
        var command = new Command("book", "Bring artifacts/book up to date: run the notebooks that have changed since it was written, and write all pages.") { open, watch };
        command.SetAction((result, cancel) => RunAsync(result.GetValue(open), result.GetValue(watch), cancel));
        return command;
    }

    static async Task<int> RunAsync(bool open, bool watch, CancellationToken cancel)
    {
        var repository = Repository.Find();
        using var watcher = new FileSystemWatcher(repository.Notebooks) { Filters = { "*.ipynb", "*.md" }, IncludeSubdirectories = true };
        var saved = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        watcher.Changed += (_, _) => saved.Writer.TryWrite(true);
        watcher.Created += (_, _) => saved.Writer.TryWrite(true);
        watcher.Deleted += (_, _) => saved.Writer.TryWrite(true);
        watcher.Renamed += (_, _) => saved.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = watch; // before the run: what is saved while it lasts counts

        var code = await BookRun.UpdateAsync(repository, cancel);
        if (open && (code == ExitCode.Done || watch))
            Open(Path.Combine(repository.Book, "index.html"));
        if (!watch)
            return code;

        Console.Out.WriteLine("Watching the notebooks and their texts. Save one, then reload its page. Ctrl+C ends it.");
        try
        {
            while (await saved.Reader.WaitToReadAsync(cancel))
            {
                await Task.Delay(Pause, cancel);
                saved.Reader.TryRead(out _);
                await TryUpdateAsync(repository, cancel);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The reader has seen enough.
        }

        return ExitCode.Done;
    }

    /// <summary>A notebook that is damaged or half saved ends a run and not the watch.</summary>
    static async Task TryUpdateAsync(Repository repository, CancellationToken cancel)
    {
        try
        {
            await BookRun.UpdateAsync(repository, cancel);
        }
        catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
        }
    }

    static void Open(string page)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(page) { UseShellExecute = true });
        }
        catch (Win32Exception)
        {
            Console.Error.WriteLine($"No browser could be started. Open {NotebookPaths.Shown(page)} in one.");
        }
    }
}
