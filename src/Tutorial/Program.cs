using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using Tutorial;
using Tutorial.Commands;

// The same words and numbers on every machine; a cell that wants others asks for a culture.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

// What VS Code and Jupyter start. It is on the way of a reader who waits for a cell, so it passes by the command line's parser.
if (args is ["kernel", "start", var connectionFile])
    return await KernelStart.RunAsync(connectionFile);
if (args is ["serve"])
    return await ServeCommand.RunAsync();

var root = new RootCommand(
    """
    From linear classifiers to neural networks, in C#.

    Without a verb: runs every notebook of the lesson and writes the book, pages that you read in a browser, into artifacts/book.
    Exit codes: 0 all went well, 1 a cell or a check failed, 2 the command could not be understood or carried out.
    """)
{
    RunCommand.Create(),
    BookCommand.Create(),
    FiguresCommand.Create(),
    CleanCommand.Create(),
    ExportCommand.Create(),
    DoctorCommand.Create(),
    KernelCommand.Create(),
    VSCodeCommand.Create(),
    ServeCommand.Create(),
};
root.SetAction((_, cancel) => RunCommand.MainJobAsync(cancel));

var command = root.Parse(args);
try
{
    if (command.Action is ParseErrorAction complaint)
    {
        complaint.ShowHelp = false;
        await command.InvokeAsync();
        Console.Error.WriteLine("What there is to type: dotnet run --project src/Tutorial -- --help");
        return ExitCode.Usage;
    }

    return await command.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
}
catch (UsageException e)
{
    Console.Error.WriteLine(e.Message);
    return ExitCode.Usage;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    // A full disk, a folder that may not be written, a file that another program holds: the reader's to mend, and no bug to print a stack trace of.
    Console.Error.WriteLine($"A file could not be read or written: {e.Message}");
    return ExitCode.Failed;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped. Nothing was written.");
    return ExitCode.Stopped;
}
