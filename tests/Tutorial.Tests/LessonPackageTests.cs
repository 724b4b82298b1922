namespace Tutorial.Tests;

public class LessonPackageTests
{
    [Fact]
    public void The_package_must_be_there_and_younger_than_its_sources()
    {
        using var place = new TemporaryFolder();
        var repository = new Repository(place.Path);
        var package = LessonPackage.PathIn(repository);
        var source = place["src/Perceptron/Layer.cs"];
        foreach (var file in (string[])[package, source])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "");
        }

        var then = new DateTime(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(source, then);
        File.SetLastWriteTimeUtc(package, then.AddSeconds(1));
        Assert.Null(LessonPackage.Problem(repository));

        File.SetLastWriteTimeUtc(package, then.AddSeconds(-1));
        Assert.Contains("Layer.cs", LessonPackage.Problem(repository), StringComparison.Ordinal);

        File.Delete(package);
        Assert.Contains("missing", LessonPackage.Problem(repository), StringComparison.Ordinal);
    }
}
