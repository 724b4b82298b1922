using System.Text.Json.Nodes;
using CsCheck;

namespace Notebooks.Jupyter.Tests;

public sealed class WireTests : IDisposable
{
    readonly Wire _wire = new(Frames.Key);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public void A_signed_message_is_read()
    {
        Assert.True(_wire.TryRead(Frames.Signed(), out var message, out _));
        Assert.Equal(("execute_request", "1"), (message.Type, message.Id));
        Assert.Equal("1 + 1", message.Content.Text("code"));
        Assert.Equal(Frames.Utf8("client"), Assert.Single(message.Route));
    }

    [Fact]
    public void What_is_written_can_be_read()
    {
        Assert.True(_wire.TryRead(Frames.Signed(), out var request, out _));
        var written = _wire.Write(new(request.Route, "execute_reply", request.Header, new JsonObject { ["text"] = "ŷ 😀 \u2028 \"\\" })).ToArray();
        Assert.True(_wire.TryRead(written, out var reply, out _));
        Assert.Equal("execute_reply", reply.Type);
        Assert.Equal("1", reply.ParentHeader.Text("msg_id"));
        Assert.Equal("ŷ 😀 \u2028 \"\\", reply.Content.Text("text"));
    }

    [Theory]
    [InlineData(0, "no delimiter")]
    [InlineData(2, "frames came")]
    public void Missing_frames_are_named(int frames, string problem)
    {
        Assert.False(_wire.TryRead(Frames.Signed()[..frames], out _, out var said));
        Assert.Contains(problem, said);
    }

    [Fact]
    public void An_unsigned_message_is_not_read()
    {
        var frames = Frames.Signed();
        frames[2] = [];
        Assert.False(_wire.TryRead(frames, out _, out var problem));
        Assert.Equal("it is not signed", problem);
    }

    [Fact]
    public void A_signature_with_another_key_is_wrong()
    {
        Assert.False(_wire.TryRead(Frames.Signed(key: "another key"), out _, out var problem));
        Assert.Equal("its signature is wrong", problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("\"execute_request\"")]
    public void A_content_that_is_no_object_is_not_read(string content)
    {
        Assert.False(_wire.TryRead(Frames.Signed(content), out _, out var problem));
        Assert.Equal("its content is not a JSON object", problem);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"msg_id":"1"}""")]
    [InlineData("""{"msg_id":1,"msg_type":"execute_request"}""")]
    [InlineData("""{"msg_id":"\ud800","msg_type":"execute_request"}""")]
    public void A_header_without_type_or_id_is_not_read(string header) =>
        Assert.False(_wire.TryRead(Frames.Signed(header: header), out _, out _));

    [Fact]
    public void Bytes_that_are_not_UTF8_are_not_read() =>
        Assert.False(_wire.TryRead(Frames.Signed([Frames.Utf8(Frames.ExecuteHeader), Frames.Utf8("{}"), Frames.Utf8("{}"), [.. Frames.Utf8("{\"code\":\""), 0xFF, .. Frames.Utf8("\"}")]]), out _, out _));

    [Fact] // one bit anywhere in what is signed, or in the signature
    public void A_changed_bit_is_found() =>
        Gen.Select(Gen.Int[2, 6], Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).Sample((frame, place, bit) =>
        {
            var frames = Frames.Signed();
            // The case of a hexadecimal letter (bit 5) says nothing.
            if (frame == 2 && bit == 5)
                return;
            if (frames[frame].Length == 0)
                return;
            frames[frame][place % frames[frame].Length] ^= (byte)(1 << bit);
            Assert.False(_wire.TryRead(frames, out _, out _));
        });

    [Fact] // Sent by somebody without the key: whatever it is, it is not read.
    public void A_hundred_thousand_forgeries_are_all_dropped()
    {
        var random = new Random(20261123);
        for (var i = 0; i < 100_000; i++)
        {
            var frames = Mutation.Of(Frames.Signed(), random);
            if (frames.SequenceEqual(Frames.Signed(), Mutation.SameBytes))
                continue;
            if (_wire.TryRead(frames, out _, out _))
                Assert.Equal(Frames.Signed().Skip(3), frames.SkipWhile(f => !f.AsSpan().SequenceEqual("<IDS|MSG>"u8)).Skip(2).Take(4), Mutation.SameBytes); // only the route, the letter case or the buffers are other
        }
    }

    [Fact] // Sent by a holder of the key with bugs: read or not, but nothing is thrown.
    public void A_hundred_thousand_signed_mutations_throw_nothing()
    {
        var random = new Random(20261124);
        var read = 0;
        for (var i = 0; i < 100_000; i++)
        {
            var parts = Mutation.Of(Frames.Signed()[3..], random);
            if (_wire.TryRead(Frames.Signed(parts), out var message, out _))
            {
                read++;
                _ = (message.Content.Text("code"), message.Content.Flag("silent"), message.Content.Number("cursor_pos"), message.ToString());
            }
        }

        Assert.InRange(read, 1, 99_999); // else the mutations are too mild or too wild to say anything
    }
}
