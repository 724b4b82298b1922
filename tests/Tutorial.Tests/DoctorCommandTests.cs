namespace Tutorial.Tests;

public class DoctorCommandTests
{
    [Fact]
    public async Task On_a_machine_that_just_built_the_lesson_nothing_that_is_needed_is_missing()
    {
        using var elsewhere = new TemporaryFolder();
        var (code, output, _) = await TutorialProgram.RunAsync(elsewhere.Path, "doctor");
        Assert.True(code == 0, output);
        Assert.DoesNotContain("MISSING", output, StringComparison.Ordinal);
        foreach (var what in (string[])[".NET SDK", "Package sources", "The lesson's package", "Notebooks", "browser", "npm", "VS Code", "kernel"])
            Assert.Contains(what, output, StringComparison.Ordinal);
    }
}
