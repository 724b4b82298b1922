using System.IO.Enumeration;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Jupyter;

/// <summary>The cells that were run since the kernel started: its one session.</summary>
internal sealed class History
{
    /// <summary>The number of the session; a client may also write 0 for the present one.</summary>
    private const int Session = 1;

    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    private sealed record Entry(int Line, string Input, string? Output);

    /// <summary>Adds a cell that was run.</summary>
    /// <param name="line">Its execution count.</param>
    /// <param name="input">Its code.</param>
    /// <param name="output">Its value as plain text, if it had one.</param>
    public void Add(int line, string input, string? output)
    {
        lock (_lock)
            _entries.Add(new(line, input, output));
    }

    /// <summary>Answers a <c>history_request</c>.</summary>
    public JsonObject Answer(JsonElement request)
    {
        var withOutput = request.Flag("output") ?? false;
        return new()
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. Find(request).Select(entry => (JsonNode)new JsonArray(
                Session,
                entry.Line,
                withOutput ? new JsonArray(entry.Input, entry.Output) : entry.Input))]),
        };
    }

    private List<Entry> Find(JsonElement request)
    {
        lock (_lock)
        {
            return request.Text("hist_access_type") switch
            {
                "tail" => Last(_entries, request.Number("n")),
                "range" => Range(request.Number("session") ?? 0, request.Number("start"), request.Number("stop")),
                "search" => Last(Search(request.Text("pattern") ?? "*", request.Flag("unique") ?? false), request.Number("n")),
                _ => [],
            };
        }
    }

    private static List<Entry> Last(List<Entry> entries, int? count) => [.. entries.TakeLast(Math.Max(0, count ?? entries.Count))];

    /// <summary>From <c>start</c> up to, but not including, <c>stop</c>. Earlier kernels' sessions are not kept.</summary>
    private List<Entry> Range(int session, int? start, int? stop) => session is not (0 or Session)
        ? []
        : [.. _entries.Where(entry => entry.Line >= (start ?? 1) && entry.Line < (stop ?? int.MaxValue))];

    private List<Entry> Search(string pattern, bool unique)
    {
        var found = _entries.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Input, ignoreCase: false));
        return unique
            ? [.. found.Reverse().DistinctBy(entry => entry.Input).Reverse()]
            : [.. found];
    }
}
