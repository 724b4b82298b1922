using System.Text.Json;

namespace Notebooks.Jupyter.Tests;

public class HistoryTests
{
    static string Ask(string request)
    {
        var history = new History();
        history.Add(1, "var x = 1;", null);
        history.Add(2, "x + 1", "2");
        history.Add(3, "var x = 1;", null);
        return history.Answer(JsonSerializer.Deserialize<JsonElement>(request))["history"]!.ToJsonString().Replace("\\u002B", "+", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"hist_access_type":"tail","n":2}""", """[[1,2,"x + 1"],[1,3,"var x = 1;"]]""")]
    [InlineData("""{"hist_access_type":"tail","n":1,"output":true}""", """[[1,3,["var x = 1;",null]]]""")]
    [InlineData("""{"hist_access_type":"tail","n":-1}""", "[]")]
    [InlineData("""{"hist_access_type":"range","session":0,"start":2,"stop":3}""", """[[1,2,"x + 1"]]""")]
    [InlineData("""{"hist_access_type":"range","session":7,"start":1,"stop":3}""", "[]")]
    [InlineData("""{"hist_access_type":"search","pattern":"var*"}""", """[[1,1,"var x = 1;"],[1,3,"var x = 1;"]]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"var*","unique":true}""", """[[1,3,"var x = 1;"]]""")]
    [InlineData("""{"hist_access_type":"search","pattern":"x ? 1"}""", """[[1,2,"x + 1"]]""")]
    [InlineData("""{"hist_access_type":"moon"}""", "[]")]
    public void A_request_is_answered(string request, string answer) => Assert.Equal(answer, Ask(request));
}
