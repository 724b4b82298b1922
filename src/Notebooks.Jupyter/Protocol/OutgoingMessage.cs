using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Jupyter;

/// <summary>A message to send.</summary>
/// <param name="Route">The frames that lead to the client; on <see cref="Channel.IOPub"/> the topic.</param>
/// <param name="Type">What it is, for instance <c>execute_reply</c>.</param>
/// <param name="Parent">The header of the message that caused it, or null.</param>
/// <param name="Content">What it says.</param>
internal sealed record OutgoingMessage(ImmutableArray<byte[]> Route, string Type, JsonElement? Parent, JsonObject Content);
