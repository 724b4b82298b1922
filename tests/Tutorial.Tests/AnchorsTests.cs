using CsCheck;
using Tutorial.Book;

namespace Tutorial.Tests;

public class AnchorsTests
{
    static readonly string[] Texts = ["a", "A", "a-2", "a 2", "", "?!", "main"];

    [Fact]
    public void No_two_places_share_an_anchor() => Gen.Int[0, Texts.Length - 1].Select(i => Texts[i]).Array.Sample(texts =>
    {
        var anchors = new Anchors("main");
        var given = texts.Select((text, i) => i % 2 == 0 ? anchors.Take(text + "x") : anchors.ForText(text)).ToList();
        Assert.Equal(given.Count, given.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain("main", given);
    });

    [Fact]
    public void A_heading_gives_a_readable_anchor() => Assert.Equal("what-you-ll-do", new Anchors().ForText("What you'll do!"));
}
