using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Jupyter;

/// <summary>Tells everybody what happens, each time with the request that it belongs to.</summary>
internal sealed class Publisher(Action<Channel, OutgoingMessage> send)
{
    /// <summary>The kernel starts to work on a request.</summary>
    public void Busy(Message request) => Status("busy", request);

    /// <summary>The kernel is done with a request: nothing more of it follows, but for the threads that a cell left running.</summary>
    public void Idle(Message request) => Status("idle", request);

    /// <summary>The kernel has started.</summary>
    public void Starting() => Publish("status", null, new() { ["execution_state"] = "starting" });

    /// <summary>What is run now, for the other clients.</summary>
    public void ExecuteInput(Message request, string code, int count) =>
        Publish("execute_input", request.Header, new() { ["code"] = code, ["execution_count"] = count });

    /// <summary>The kernel goes down.</summary>
    public void Shutdown(Message request, bool restart) => Publish("shutdown_reply", request.Header, Replies.Shutdown(restart));

    /// <summary>There is nobody here for the widget that a client opened.</summary>
    public void CommClose(Message request) =>
        Publish("comm_close", request.Header, new() { ["comm_id"] = request.Content.Text("comm_id") ?? "", ["data"] = new JsonObject() });

    /// <summary>Something that a cell shows.</summary>
    public void Output(Message request, CellOutput output, int count) => _ = output switch
    {
        CellOutput.Stream stream => Publish("stream", request.Header, new() { ["name"] = stream.Name, ["text"] = stream.Text }),
        CellOutput.Display display => Publish("display_data", request.Header, Bundle(display.Data, display.DisplayId)),
        CellOutput.Update update => Publish("update_display_data", request.Header, Bundle(update.Data, update.DisplayId)),
        CellOutput.Clear clear => Publish("clear_output", request.Header, new() { ["wait"] = clear.Wait }),
        CellOutput.Result result => Publish("execute_result", request.Header, new()
        {
            ["execution_count"] = count,
            ["data"] = result.Data.ToJson(),
            ["metadata"] = new JsonObject(),
        }),
        CellOutput.Error error => Publish("error", request.Header, Replies.Trace(error)),
        _ => throw new ArgumentException($"An output of the closed set is expected, but got {output.GetType().Name}.", nameof(output)),
    };

    private void Status(string state, Message request) => Publish("status", request.Header, new() { ["execution_state"] = state });

    private static JsonObject Bundle(MimeBundle data, string? displayId) => new()
    {
        ["data"] = data.ToJson(),
        ["metadata"] = new JsonObject(),
        ["transient"] = displayId is null ? [] : new JsonObject { ["display_id"] = displayId },
    };

    private bool Publish(string type, JsonElement? parent, JsonObject content)
    {
        ImmutableArray<byte[]> topic = [Encoding.ASCII.GetBytes(type)];
        send(Channel.IOPub, new(topic, type, parent, content));
        return true;
    }
}
