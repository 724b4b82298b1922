using CsCheck;

namespace Notebooks.Jupyter.Tests;

public class CodePointsTests
{
    static readonly string[] Characters = ["a", "ŷ", "😀", "\ud800"];

    [Theory]
    [InlineData("abc", 2, 2)]
    [InlineData("😀x", 1, 2)]
    [InlineData("😀x", 9, 3)]
    public void A_place_in_code_points_is_found(string text, int codePoints, int utf16) => Assert.Equal(utf16, CodePoints.ToUtf16(text, codePoints));

    [Fact]
    public void There_and_back_is_the_same_place() =>
        Gen.Select(Gen.Int[0, 3].Select(i => Characters[i]).Array, Gen.Int[0, 20]).Sample((parts, place) =>
        {
            var text = string.Concat(parts);
            var utf16 = CodePoints.ToUtf16(text, place);
            return CodePoints.ToUtf16(text, CodePoints.FromUtf16(text, utf16)) == utf16;
        });
}
