using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Notebooks;

/// <summary>Tells an exception as its reader needs it: what, then where in the cells, without the frames of the host.</summary>
internal static partial class ExceptionTrace
{
    /// <summary>More frames than this are recursion; its beginning and its end tell it.</summary>
    private const int Many = 30;

    /// <summary>The lines to show, causes included.</summary>
    public static ImmutableArray<string> Lines(Exception exception)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            lines.Add($"{(e == exception ? "" : "Caused by ")}{e.GetType().FullName}: {e.Message}".ReplaceLineEndings("\n"));
            lines.AddRange(Shortened([.. Frames(e).Select(frame => frame.Text)]));
        }

        return lines.ToImmutable();
    }

    /// <summary>The innermost line of the given cell on the way to the exception.</summary>
    public static CellPosition? Position(Exception exception, string cell)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (Frames(e).FirstOrDefault(frame => frame.File == cell) is { File: not null } frame)
                return new(cell, frame.Line);
        }

        return null;
    }

    private static string[] Shortened(string[] frames) => frames.Length <= Many
        ? frames
        : [.. frames[..(Many / 2)], $"   … {frames.Length - (Many / 2) - 5} more …", .. frames[^5..]];

    private static List<(string Text, string? File, int Line)> Frames(Exception exception)
    {
        var frames = (exception.StackTrace ?? "").Split('\n').Select(line => Frame().Match(line.TrimEnd())).Where(match => match.Success).Select(Read).ToList();
        var outermost = frames.FindLastIndex(frame => frame.IsCell);
        return [.. frames
            .Where((frame, i) => !frame.IsHost && (i <= outermost || outermost < 0)) // below the cell there is only the host
            .Select(frame => (frame.Text, frame.File, frame.Line))];
    }

    private static (string Text, string? File, int Line, bool IsCell, bool IsHost) Read(Match match)
    {
        var method = match.Groups["method"].Value;
        var file = match.Groups["file"].Success ? match.Groups["file"].Value : null;
        var line = file is null ? 0 : int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture);
        var isCell = method.StartsWith("Submission#", StringComparison.Ordinal);
        if (isCell)
            method = method[(method.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var isTopLevel = isCell && method.StartsWith('<') && TopLevel().IsMatch(method);
        var where = file is null ? "" : $"{(isCell ? file : Path.GetFileName(file))}, line {line}";
        var text = isTopLevel ? $"   at {where}" : $"   at {method}{(where.Length > 0 ? $" in {where}" : "")}";
        return (text, file, line, isCell, method.StartsWith("Notebooks.", StringComparison.Ordinal) || method.StartsWith("System.Runtime.ControlledExecution", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\s+at (?<method>.+?)(?: in (?<file>.+):line (?<line>\d+))?$")]
    private static partial Regex Frame();

    [GeneratedRegex(@"^<{1,2}(Initialize|Factory|Main)>")]
    private static partial Regex TopLevel();
}
