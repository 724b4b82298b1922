namespace Notebooks.Tests;

/// <summary><c>#r "nuget: …"</c> from feeds made on the spot. Each restore takes a second or more, so there are few tests, each of a story.</summary>
public class PackageTests
{
    [Fact]
    public async Task A_package_is_found_through_nuget_config_above_the_notebook_and_is_the_notebooks_own()
    {
        using var folder = new PackageFolder();
        // a name that the host has too, in another version: the package's wins in cells
        TestPackage.Pack(folder.Feed, "CsCheck", "namespace Mine { public static class Answer { public static int Is => 42; public static int Count; } }");
        using (var session = folder.NewSession())
        {
            Assert.Equal(42, (await session.RunAsync("#r \"nuget: CsCheck, 1.0.0\"\nMine.Answer.Count++;\nMine.Answer.Is")).Value);
            Assert.Equal(1, (await session.RunAsync("#r \"nuget: CsCheck\"\nMine.Answer.Count")).Value);
            var again = await session.RunAsync("#r \"nuget: CsCheck, 2.0.0\"");
            Assert.Contains("CsCheck 1.0.0 is loaded in this session", again.CompileError.Message, StringComparison.Ordinal);
        }

        using var next = folder.NewSession();
        Assert.Equal(0, (await next.RunAsync("#r \"nuget: CsCheck, 1.0.0\"\nMine.Answer.Count")).Value);
    }

    [Fact]
    public async Task A_package_packed_anew_under_its_version_is_not_stale_and_a_lost_one_is_restored()
    {
        using var folder = new PackageFolder();
        async Task<Shown> AskAsync(string question)
        {
            using var session = folder.NewSession();
            return await session.RunAsync($"#r \"nuget: Changing.Package, 1.0.0\"\n{question}");
        }

        void Pack(int number) =>
            TestPackage.Pack(folder.Feed, "Changing.Package", $"public static class Changing {{ public static int Is => {number}; }}");

        Pack(1);
        await AskAsync(""); // unpacks it, loads nothing of it
        Pack(2);
        Assert.Equal(2, (await AskAsync("Changing.Is")).Value);
        Directory.Delete(Path.Combine(folder.Unpacked, "changing.package"), recursive: true);
        Assert.Equal(2, (await AskAsync("Changing.Is")).Value);
        Pack(3);
        Assert.Contains("has changed since this program loaded it", (await AskAsync("Changing.Is")).CompileError.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packages_set_up_script_is_run_when_it_is_referred_to()
    {
        using var folder = new PackageFolder();
        TestPackage.Pack(
            folder.Feed,
            "With.Script",
            "namespace With { public class Thing { } }",
            ("interactive-extensions/dotnet/extension.dib", "#!csharp\nusing Microsoft.DotNet.Interactive.Formatting;\nFormatter.Register<With.Thing>(t => \"a thing\", \"text/plain\");"));
        using var session = folder.NewSession();
        Assert.Equal("a thing", (await session.RunAsync("#r \"nuget: With.Script, 1.0.0\"\nnew With.Thing()")).ResultData["text/plain"]);
    }

    [Fact]
    public async Task What_is_not_to_be_had_is_named_with_its_line_and_a_remedy()
    {
        using var folder = new PackageFolder();
        TestPackage.Pack(folder.Feed, "Old.One", "public class Old { }");
        using var session = folder.NewSession();

        var missing = (await session.RunAsync("// first\n#r \"nuget: No.Such.Package, 1.0.0\"")).CompileError;
        Assert.Equal(("NU1101", 2), (missing.Id, missing.Start.Line));
        Assert.Contains("No.Such.Package", missing.Message, StringComparison.Ordinal);
        Assert.Contains("Check the spelling", missing.Message, StringComparison.Ordinal);

        var version = (await session.RunAsync("#r \"nuget: Old.One, 9.0.0\"")).CompileError;
        Assert.Equal("NU1102", version.Id);
        Assert.Contains("Ask for one of the versions", version.Message, StringComparison.Ordinal);

        var source = (await session.RunAsync("#i \"nuget: ../nowhere\"")).CompileError;
        Assert.Contains("'../nowhere' is no folder", source.Message, StringComparison.Ordinal);

        // and nothing of this spoils what comes after; a source may be a folder relative to the notebook
        TestPackage.Pack(Path.Combine(folder.Path, "other"), "Else.Where", "public static class Elsewhere { public static int N => 5; }");
        Assert.Equal(5, (await session.RunAsync("#i \"nuget: ../other\"\n#r \"nuget: Else.Where, 1.0.0\"\n#r \"nuget: Old.One, 1.0.0\"\nnew Old();\nElsewhere.N")).Value);
    }
}
