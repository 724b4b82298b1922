using System.CommandLine;
using Notebooks;
using Tutorial.Book;
using Tutorial.Pictures;
using Tutorial.Running;

namespace Tutorial.Commands;

/// <summary><c>figures</c>: the figures of the notebooks as pictures, for the README and for the notebooks' first cells.</summary>
static class FiguresCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("figures", "Draw every figure of the notebooks as PNG and SVG into docs/images, with a headless Chromium. The pictures in notebooks/images that have the same names are drawn anew, too.");
        command.SetAction((_, cancel) => RunAsync(cancel));
        return command;
    }

    static async Task<int> RunAsync(CancellationToken cancel)
    {
        var repository = Repository.Find();
        var code = await BookRun.UpdateAsync(repository, cancel);
        if (code != ExitCode.Done)
            return code;

        var executed = NotebookPaths.In(repository.Book).Select(path => (Path.GetFileNameWithoutExtension(path), Notebook.Read(path)));
        var figures = FigurePicture.Of(executed);
        await PictureFiles.WriteAsync(figures, Path.Combine(repository.Book, Page.PlotlyJs), repository.Pictures, cancel);
        // A notebook's own pictures lie beside it, so that it can be read from its folder alone.
        foreach (var picture in Directory.EnumerateFiles(Path.Combine(repository.Notebooks, "images"), "*.png"))
            if (figures.Any(figure => figure.Name == Path.GetFileNameWithoutExtension(picture)))
                File.Copy(Path.Combine(repository.Pictures, Path.GetFileName(picture)), picture, overwrite: true);
        Console.Out.WriteLine($"{figures.Count} figures are in {NotebookPaths.Shown(repository.Pictures)}, as PNG and as SVG.");
        return ExitCode.Done;
    }
}
