using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Tests;

public class MimeBundleTests
{
    [Fact]
    public void A_json_type_is_an_object_and_a_text_type_a_string()
    {
        var json = new MimeBundle([new("application/vnd.x.v1+json", "{ \"a\": [1, 2.0] }"), new("image/svg+xml", "<svg/>")]).ToJson();
        Assert.Equal("""{"a":[1,2.0]}""", json["application/vnd.x.v1+json"]!.ToJsonString());
        Assert.Equal(JsonValueKind.String, json["image/svg+xml"]!.GetValueKind());
    }

    [Fact]
    public void Text_that_is_no_json_becomes_a_json_string() =>
        Assert.Equal("\"no { json\"", new MimeBundle("application/json", "no { json")["application/json"]);

    [Fact]
    public void Texts_are_read_from_lines_or_from_one_string()
    {
        var bundle = MimeBundle.FromJson(JsonNode.Parse("""{"text/plain":["a\n","b"],"text/html":"c"}""")!.AsObject());
        Assert.Equal("a\nb", bundle["text/plain"]);
        Assert.Equal("c", bundle["text/html"]);
        Assert.Equal(["text/plain", "text/html"], bundle.MimeTypes);
    }

    [Fact]
    public void A_type_that_is_missing_is_named_with_those_that_are_there() =>
        Assert.Contains("text/plain", Assert.Throws<KeyNotFoundException>(() => MimeBundle.Plain("x")["text/html"]).Message, StringComparison.Ordinal);

    [Fact]
    public void A_type_comes_once() =>
        Assert.Throws<ArgumentException>(() => new MimeBundle([new("text/plain", "a"), new("text/plain", "b")]));
}
