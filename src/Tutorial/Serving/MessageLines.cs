using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Tutorial.Serving;

/// <summary>Writes messages, one a line, in the order in which they come. Nobody who says something waits for a reader that is slow.</summary>
sealed class MessageLines
{
    readonly Channel<JsonObject> _messages = Channel.CreateUnbounded<JsonObject>(new() { SingleReader = true });
    readonly Task _writing;

    public MessageLines(Stream output) => _writing = Task.Run(() => WriteAsync(output));

    /// <summary>Says something.</summary>
    public void Add(JsonObject message) => _messages.Writer.TryWrite(message);

    /// <summary>Waits until all that was said is written, or nobody reads any more.</summary>
    public Task EndAsync()
    {
        _messages.Writer.TryComplete();
        return _writing;
    }

    async Task WriteAsync(Stream output)
    {
        try
        {
            await foreach (var message in _messages.Reader.ReadAllAsync())
            {
                // ToJsonString escapes what is not ASCII, line ends included: a line is a message, wherever it is cut on its way.
                await output.WriteAsync(Encoding.ASCII.GetBytes(message.ToJsonString() + "\n"));
                if (!_messages.Reader.TryPeek(out _))
                    await output.FlushAsync();
            }
        }
        catch (IOException)
        {
            // the extension has gone, and with it the end of standard input ends the host
        }
    }
}
