namespace Notebooks.Tests;

public class PackageRequestTests
{
    [Theory]
    [InlineData("A.B", "A.B", "*")]
    [InlineData("A.B,", "A.B", "*")]
    [InlineData(" A_b-c ,  [1.0, 2.0) ", "A_b-c", "[1.0, 2.0)")]
    public void Id_and_version_are_read(string text, string id, string version) => Assert.Equal(new PackageRequest(id, version), PackageRequest.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(", 1.0")]
    [InlineData("A B")]
    [InlineData("A, 1.0' Script='x")]
    [InlineData("A, 1, RestoreSources=elsewhere")]
    public void Other_text_is_no_package(string text) => Assert.Null(PackageRequest.Parse(text));
}
