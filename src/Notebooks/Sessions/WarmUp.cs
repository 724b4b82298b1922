using Microsoft.DotNet.Interactive.Formatting;

namespace Notebooks;

/// <summary>Runs through compiling, loading and formatting once, so that a reader's first cell does not wait for the compiler to be compiled itself.</summary>
internal static class WarmUp
{
    public static readonly Lazy<Task> Once = new(() => Task.Run(Run));

    private static void Run()
    {
        var loadContext = new SessionLoadContext();
        var compiler = new ScriptCompiler(loadContext, new SessionReferences(), new StopPoints(), AppContext.BaseDirectory);
        var compiled = compiler.Compile("var numbers = Enumerable.Range(0, 3).Select(n => n * 0.5); $\"{numbers.Sum()}\"", "warm-up", null, CancellationToken.None);
        compiled.Submission!.Entry!(new object?[2]).Wait();
        double[] numbers = [0.5];
        _ = numbers.ToDisplayString(HtmlFormatter.MimeType) + numbers.ToDisplayString(PlainTextFormatter.MimeType);
    }
}
