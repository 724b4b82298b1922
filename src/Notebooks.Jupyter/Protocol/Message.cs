using System.Collections.Immutable;
using System.Text.Json;

namespace Notebooks.Jupyter;

/// <summary>A message that came in, its signature checked.</summary>
/// <param name="Route">Who sent it: the frames that lead an answer back.</param>
/// <param name="Header">Its header, which an answer carries as its parent.</param>
/// <param name="ParentHeader">The header of what it answers, or an empty object.</param>
/// <param name="Metadata">What the client says beside.</param>
/// <param name="Content">What it says.</param>
internal sealed record Message(ImmutableArray<byte[]> Route, JsonElement Header, JsonElement ParentHeader, JsonElement Metadata, JsonElement Content)
{
    /// <summary>What the message is, for instance <c>execute_request</c>.</summary>
    public string Type { get; } = Header.GetProperty("msg_type").GetString()!;

    /// <summary>The message's own name.</summary>
    public string Id { get; } = Header.GetProperty("msg_id").GetString()!;

    /// <summary>For instance <c>execute_request 6d2c…</c>; not the contents, which are the reader's own.</summary>
    public override string ToString() => $"{Type} {Id}";
}
