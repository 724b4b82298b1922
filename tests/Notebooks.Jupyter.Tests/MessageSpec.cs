using System.Text.Json;

namespace Notebooks.Jupyter.Tests;

/// <summary>What the protocol requires of each type of message that a kernel sends.</summary>
static class MessageSpec
{
    const string Text = "text", Number = "number", Flag = "flag", Object = "object", List = "list";

    static readonly Dictionary<string, (string Field, string Kind)[]> Contents = new()
    {
        ["status"] = [("execution_state", Text)],
        ["execute_input"] = [("code", Text), ("execution_count", Number)],
        ["stream"] = [("name", Text), ("text", Text)],
        ["display_data"] = [("data", Object), ("metadata", Object), ("transient", Object)],
        ["update_display_data"] = [("data", Object), ("metadata", Object), ("transient", Object)],
        ["execute_result"] = [("execution_count", Number), ("data", Object), ("metadata", Object)],
        ["error"] = [("ename", Text), ("evalue", Text), ("traceback", List)],
        ["clear_output"] = [("wait", Flag)],
        ["comm_close"] = [("comm_id", Text), ("data", Object)],
        ["input_request"] = [("prompt", Text), ("password", Flag)],
        ["kernel_info_reply"] =
        [
            ("status", Text), ("protocol_version", Text), ("implementation", Text), ("implementation_version", Text),
            ("language_info", Object), ("banner", Text), ("debugger", Flag), ("help_links", List),
        ],
        ["execute_reply"] = [("status", Text), ("execution_count", Number)],
        ["complete_reply"] = [("status", Text), ("matches", List), ("cursor_start", Number), ("cursor_end", Number), ("metadata", Object)],
        ["inspect_reply"] = [("status", Text), ("found", Flag), ("data", Object), ("metadata", Object)],
        ["is_complete_reply"] = [("status", Text)],
        ["history_reply"] = [("status", Text), ("history", List)],
        ["comm_info_reply"] = [("status", Text), ("comms", Object)],
        ["connect_reply"] = [("status", Text), ("shell_port", Number), ("iopub_port", Number), ("stdin_port", Number), ("hb_port", Number), ("control_port", Number)],
        ["interrupt_reply"] = [("status", Text)],
        ["shutdown_reply"] = [("status", Text), ("restart", Flag)],
        ["debug_reply"] = [("type", Text), ("request_seq", Number), ("success", Flag), ("command", Text), ("message", Text)],
    };

    static readonly string[] States = ["starting", "busy", "idle"];

    public static void Check(JsonElement header, JsonElement parent, JsonElement content)
    {
        foreach (var field in (string[])["msg_id", "msg_type", "session", "username", "date", "version"])
            Require(header, field, Text, "header");
        Assert.True(DateTimeOffset.TryParse(header.GetProperty("date").GetString(), out _));
        var type = header.GetProperty("msg_type").GetString()!;
        Assert.True(Contents.TryGetValue(type, out var fields), $"{type} is no message of a kernel");
        foreach (var (field, kind) in fields)
            Require(content, field, kind, type);

        if (type.EndsWith("_reply", StringComparison.Ordinal))
            Require(parent, "msg_id", Text, type);
        if (type == "status")
            Assert.Contains(content.GetProperty("execution_state").GetString(), States);
        if (type == "execute_result")
            Require(content.GetProperty("data"), "text/plain", Text, type);
        if (type is "update_display_data")
            Require(content.GetProperty("transient"), "display_id", Text, type);
        if (type == "execute_reply" && content.GetProperty("status").GetString() == "ok")
            Require(content, "user_expressions", Object, type);
        if (type == "execute_reply" && content.GetProperty("status").GetString() == "error")
            foreach (var (field, kind) in Contents["error"])
                Require(content, field, kind, type);
        foreach (var mime in content.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data.EnumerateObject().ToList() : [])
            Assert.Equal(MimeBundle.IsJson(mime.Name), mime.Value.ValueKind != JsonValueKind.String);
    }

    static void Require(JsonElement where, string field, string kind, string of)
    {
        Assert.True(where.TryGetProperty(field, out var value), $"{of} has no {field}");
        var actual = value.ValueKind switch
        {
            JsonValueKind.String => Text,
            JsonValueKind.Number => Number,
            JsonValueKind.True or JsonValueKind.False => Flag,
            JsonValueKind.Object => Object,
            JsonValueKind.Array => List,
            _ => "null",
        };
        Assert.True(actual == kind, $"{of}.{field} is {actual}, but is required to be {kind}");
    }
}
