using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;

namespace Notebooks.Jupyter.Tests;

/// <summary>A message that a kernel sent.</summary>
sealed record Reply(string Type, string ParentId, JsonElement Content)
{
    public string? Text(string field) => Content.Text(field);

    public string? Plain => Content.GetProperty("data").Text("text/plain");
}

/// <summary>A client of this test's own, which holds every message that it gets against the protocol.</summary>
sealed class TestClient : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly DealerSocket _shell = new();
    readonly DealerSocket _control = new();
    readonly DealerSocket _stdin = new();
    readonly SubscriberSocket _iopub = new();
    readonly RequestSocket _heartbeat = new();

    public TestClient(ConnectionFile connection)
    {
        var identity = Guid.NewGuid().ToByteArray();
        _shell.Options.Identity = _control.Options.Identity = _stdin.Options.Identity = identity;
        _shell.Connect(connection.Endpoint(connection.Shell));
        _control.Connect(connection.Endpoint(connection.Control));
        _stdin.Connect(connection.Endpoint(connection.Stdin));
        _iopub.SubscribeToAnyTopic();
        _iopub.Connect(connection.Endpoint(connection.IOPub));
        _heartbeat.Connect(connection.Endpoint(connection.Heartbeat));
        for (var deadline = DateTime.UtcNow + Patience; ;)
        {
            // Subscribing takes a moment, in which messages are missed.
            var id = Send("kernel_info_request", []);
            ReplyTo(id);
            if (TryReceive(_iopub, TimeSpan.FromMilliseconds(200)) is not null)
                break;
            Assert.True(DateTime.UtcNow < deadline, "nothing is heard on iopub");
        }

        while (TryReceive(_iopub, TimeSpan.FromMilliseconds(100)) is not null)
        {
        }
    }

    public string Send(string type, JsonObject content, bool onControl = false)
    {
        var id = Guid.NewGuid().ToString("N");
        var frames = Frames.Signed(content.ToJsonString(), Header(type, id));
        SendRaw(frames, onControl);
        return id;
    }

    /// <summary>Sends frames as they are, but for the route, which ZeroMQ adds.</summary>
    public void SendRaw(IReadOnlyList<byte[]> frames, bool onControl = false) =>
        (onControl ? _control : _shell).SendMultipartMessage(new NetMQMessage(frames.Skip(1).DefaultIfEmpty([])));

    public string SendExecute(string code, bool silent = false, bool storeHistory = true, bool stopOnError = true, bool allowStdin = true, JsonObject? expressions = null) =>
        Send("execute_request", new()
        {
            ["code"] = code,
            ["silent"] = silent,
            ["store_history"] = storeHistory,
            ["stop_on_error"] = stopOnError,
            ["allow_stdin"] = allowStdin,
            ["user_expressions"] = expressions ?? [],
        });

    public Reply ReplyTo(string id, bool onControl = false)
    {
        while (true)
        {
            var reply = TryReceive(onControl ? _control : _shell, Patience);
            Assert.True(reply is not null, "no reply came");
            if (reply.ParentId == id)
                return reply;
        }
    }

    /// <summary>What is published for a request, from busy to idle, those two left out.</summary>
    public List<Reply> PublishedFor(string id)
    {
        var published = new List<Reply>();
        var busy = false;
        while (true)
        {
            var next = TryReceive(_iopub, Patience);
            Assert.True(next is not null, "the request did not end");
            if (next.ParentId != id)
                continue;
            if (next.Type == "status")
            {
                if (next.Text("execution_state") == "idle")
                    return published;
                Assert.False(busy);
                busy = true;
                continue;
            }

            Assert.True(busy, $"{next.Type} before busy");
            published.Add(next);
        }
    }

    public (Reply Reply, List<Reply> Published) Execute(string code, bool silent = false, bool storeHistory = true, JsonObject? expressions = null)
    {
        var id = SendExecute(code, silent, storeHistory, expressions: expressions);
        var reply = ReplyTo(id);
        return (reply, PublishedFor(id));
    }

    /// <summary>The value of a cell as plain text; the cell must succeed.</summary>
    public string? Value(string code)
    {
        var (reply, published) = Execute(code);
        Assert.True(reply.Text("status") == "ok", reply.Content.ToString());
        return published.SingleOrDefault(p => p.Type == "execute_result")?.Plain;
    }

    public Reply Ask(string type, JsonObject content, bool onControl = false) => ReplyTo(Send(type, content, onControl), onControl);

    public Reply Question()
    {
        var question = TryReceive(_stdin, Patience);
        Assert.True(question is not null, "no question came");
        return question;
    }

    public void Answer(string value) =>
        _stdin.SendMultipartMessage(new NetMQMessage(Frames.Signed(new JsonObject { ["value"] = value }.ToJsonString(), Header("input_reply", Guid.NewGuid().ToString("N"))).Skip(1)));

    /// <summary>Next on iopub, whatever it belongs to.</summary>
    public Reply? Heard(TimeSpan time) => TryReceive(_iopub, time);

    public bool HeartBeats()
    {
        _heartbeat.SendFrame("ping");
        return _heartbeat.TryReceiveFrameString(Patience, out var echo) && echo == "ping";
    }

    public void Dispose()
    {
        foreach (var socket in (NetMQSocket[])[_shell, _control, _stdin, _iopub, _heartbeat])
        {
            socket.Options.Linger = TimeSpan.Zero;
            socket.Dispose();
        }
    }

    static string Header(string type, string id) => new JsonObject
    {
        ["msg_id"] = id,
        ["msg_type"] = type,
        ["session"] = "test",
        ["username"] = "test",
        ["date"] = "2026-01-01T00:00:00Z",
        ["version"] = "5.3",
    }.ToJsonString();

    static Reply? TryReceive(NetMQSocket socket, TimeSpan time)
    {
        var frames = new NetMQMessage();
        if (!socket.TryReceiveMultipartMessage(time, ref frames))
            return null;
        var all = frames.Select(frame => frame.ToByteArray()).ToList();
        var start = all.FindIndex(frame => frame.AsSpan().SequenceEqual("<IDS|MSG>"u8));
        var parts = all.Skip(start + 2).ToArray();
        Assert.Equal(4, parts.Length);
        Assert.Equal(Frames.Signed(parts)[2], all[start + 1], Mutation.SameBytes);
        var (header, parent, content) = (Json(parts[0]), Json(parts[1]), Json(parts[3]));
        MessageSpec.Check(header, parent, content);
        return new(header.Text("msg_type")!, parent.Text("msg_id") ?? "", content);
    }

    static JsonElement Json(byte[] part) => JsonSerializer.Deserialize<JsonElement>(Encoding.UTF8.GetString(part));
}
