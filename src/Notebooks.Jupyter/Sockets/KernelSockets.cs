using System.Threading.Channels;
using NetMQ;
using NetMQ.Sockets;

namespace Notebooks.Jupyter;

/// <summary>The five sockets, on one thread of their own, because ZeroMQ's sockets belong to one thread. Nothing here waits for a cell.</summary>
internal sealed class KernelSockets : IDisposable
{
    private static readonly TimeSpan TimeToDeliver = TimeSpan.FromSeconds(1);

    private readonly Wire _wire;
    private readonly Action<Channel, Message> _received;
    private readonly DropLog _dropped;
    private readonly RouterSocket _shell = new();
    private readonly RouterSocket _control = new();
    private readonly PublisherSocket _iopub = new();
    private readonly RouterSocket _stdin = new();
    private readonly ResponseSocket _heartbeat = new();
    private readonly Channel<(Channel Channel, OutgoingMessage? Message)> _waiting = System.Threading.Channels.Channel.CreateUnbounded<(Channel, OutgoingMessage?)>();
    private readonly NetMQQueue<(Channel Channel, OutgoingMessage? Message)> _outgoing = new();
    private readonly NetMQPoller _poller;
    private readonly Thread _thread;

    /// <summary>Binds the sockets and starts to listen.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="wire">Signs and checks.</param>
    /// <param name="received">Takes each message whose signature holds; must not wait.</param>
    /// <param name="dropped">Told of what was dropped.</param>
    /// <exception cref="NetMQException">A port is taken.</exception>
    public KernelSockets(ConnectionFile connection, Wire wire, Action<Channel, Message> received, DropLog dropped)
    {
        (_wire, _received, _dropped) = (wire, received, dropped);
        NetMQSocket[] all = [_shell, _control, _iopub, _stdin, _heartbeat];
        foreach (var socket in all)
        {
            socket.Options.Linger = TimeToDeliver;
            socket.Options.IPv4Only = connection.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork;
        }

        _iopub.Options.SendHighWatermark = 0; // a chart is never lost because a client reads slowly; text is capped before it comes here
        _shell.Bind(connection.Endpoint(connection.Shell));
        _control.Bind(connection.Endpoint(connection.Control));
        _iopub.Bind(connection.Endpoint(connection.IOPub));
        _stdin.Bind(connection.Endpoint(connection.Stdin));
        _heartbeat.Bind(connection.Endpoint(connection.Heartbeat));

        _shell.ReceiveReady += (_, _) => Receive(Channel.Shell, _shell);
        _control.ReceiveReady += (_, _) => Receive(Channel.Control, _control);
        _stdin.ReceiveReady += (_, _) => Receive(Channel.Stdin, _stdin);
        _heartbeat.ReceiveReady += (_, _) => Echo();
        _outgoing.ReceiveReady += (_, _) => SendAll();
        _poller = [_shell, _control, _stdin, _heartbeat, _outgoing];
        _thread = new Thread(() => _poller.Run()) { IsBackground = true, Name = "Jupyter sockets" };
        _thread.Start();
        _ = Task.Run(HandOverAsync);
    }

    /// <summary>Sends a message, after those that were sent before. Can be called from any thread.</summary>
    /// <remarks>A cell's own thread sends too, and may be stopped while it does: it must not be inside of ZeroMQ then.</remarks>
    public void Send(Channel channel, OutgoingMessage message) => _waiting.Writer.TryWrite((channel, message));

    /// <summary>Sends what is left, waits a moment for it to leave, and closes the sockets.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryWrite((default, null));
        _thread.Join();
        _poller.Dispose();
        _outgoing.Dispose();
        foreach (var socket in (NetMQSocket[])[_shell, _control, _iopub, _stdin, _heartbeat])
            socket.Dispose();
        NetMQConfig.Cleanup(block: true); // closing returns at once; this waits until the last replies have left
    }

    private async Task HandOverAsync()
    {
        await foreach (var next in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
            _outgoing.Enqueue(next);
    }

    private void Receive(Channel channel, RouterSocket socket)
    {
        var frames = new NetMQMessage();
        // A few at a time: a client that floods one channel does not keep the others from being heard.
        for (var i = 0; i < 16 && socket.TryReceiveMultipartMessage(ref frames); i++)
        {
            if (_wire.TryRead([.. frames.Select(frame => frame.ToByteArray())], out var message, out var problem))
                _received(channel, message);
            else
                _dropped.Add(channel, problem);
        }
    }

    private void Echo()
    {
        var frames = new NetMQMessage();
        if (_heartbeat.TryReceiveMultipartMessage(ref frames))
            _heartbeat.TrySendMultipartMessage(frames);
    }

    private void SendAll()
    {
        while (_outgoing.TryDequeue(out var next, TimeSpan.Zero))
        {
            if (next.Message is not { } message)
            {
                _poller.Stop();
                return;
            }

            NetMQSocket socket = next.Channel switch
            {
                Channel.Shell => _shell,
                Channel.Control => _control,
                Channel.Stdin => _stdin,
                _ => _iopub,
            };
            try
            {
                socket.TrySendMultipartMessage(new NetMQMessage(_wire.Write(message)));
            }
            catch (HostUnreachableException)
            {
                // the client has gone
            }
        }
    }
}
