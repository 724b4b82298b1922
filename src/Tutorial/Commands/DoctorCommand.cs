using System.CommandLine;
using Tutorial.Health;

namespace Tutorial.Commands;

/// <summary><c>doctor</c>: what a reader needs, whether it is there, and what to do when it is not.</summary>
static class DoctorCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("doctor", "Look at what the lesson needs on this machine, and say what to do about what is missing.");
        command.SetAction((_, cancel) => RunAsync(cancel));
        return command;
    }

    static async Task<int> RunAsync(CancellationToken cancel)
    {
        var findings = await Checks.AllAsync(Repository.Find(), cancel);
        var width = findings.Max(finding => finding.What.Length);
        foreach (var finding in findings)
        {
            var mark = finding.IsWell ? "ok     " : finding.Needed ? "MISSING" : "missing";
            Console.Out.WriteLine($"{mark}  {finding.What.PadRight(width)}  {finding.Found}");
            if (finding.Remedy is not null)
                Console.Out.WriteLine($"{new string(' ', "MISSING".Length + width + 4)}→ {finding.Remedy}");
        }

        var ill = findings.Count(finding => finding is { IsWell: false, Needed: true });
        Console.Out.WriteLine();
        Console.Out.WriteLine(ill == 0
            ? "All that the lesson needs is here. Start with: dotnet run --project src/Tutorial"
            : $"{ill} thing{(ill == 1 ? "" : "s")} that the lesson needs {(ill == 1 ? "is" : "are")} missing. Do what the arrows say, then ask the doctor again.");
        return ill == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
