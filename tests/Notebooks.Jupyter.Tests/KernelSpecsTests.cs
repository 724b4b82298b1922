using System.Text.Json;

namespace Notebooks.Jupyter.Tests;

public sealed class KernelSpecsTests : IDisposable
{
    const string Foreign = """{"argv": ["dotnet-interactive"], "display_name": ".NET (C#)", "language": "C#"}""";

    static readonly string[] Command = [Environment.ProcessPath!, "kernel", "start"];

    readonly TemporaryFolder _user = new();
    readonly TemporaryFolder _system = new();
    readonly KernelSpecs _specs;

    public KernelSpecsTests() => _specs = new(new(_user, [_user, _system], _user));

    public void Dispose()
    {
        _user.Dispose();
        _system.Dispose();
    }

    string FileOf(string name, string? folder = null) => Path.Combine(folder ?? _user, name, "kernel.json");

    void Write(string name, string json, string? folder = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(name, folder))!);
        File.WriteAllText(FileOf(name, folder), json);
    }

    [Fact]
    public void Both_names_are_taken_when_they_are_free()
    {
        var (written, taken) = _specs.Install(Command);
        Assert.Null(taken);
        Assert.Equal(["linear-to-neural", ".net-csharp"], written.Select(spec => spec.Name));
        using var json = JsonDocument.Parse(File.ReadAllText(FileOf(".net-csharp")));
        Assert.Equal([.. Command, "{connection_file}"], json.RootElement.GetProperty("argv").EnumerateArray().Select(part => part.GetString()!));
        Assert.Equal("message", json.RootElement.GetProperty("interrupt_mode").GetString());
        Assert.Equal("C# (Linear to Neural)", json.RootElement.GetProperty("display_name").GetString());
    }

    [Fact]
    public void The_logos_are_pictures_of_the_sizes_in_their_names()
    {
        _specs.Install(Command);
        foreach (var size in new[] { 32, 64 })
        {
            var png = File.ReadAllBytes(Path.Combine(_user, "linear-to-neural", $"logo-{size}x{size}.png"));
            Assert.Equal(size, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Another_kernel_keeps_its_name(bool ofThisUser)
    {
        string folder = ofThisUser ? _user : _system;
        Write(".net-csharp", Foreign, folder);
        var (written, taken) = _specs.Install(Command);
        Assert.Equal("linear-to-neural", Assert.Single(written).Name);
        Assert.Equal(Path.Combine(folder, ".net-csharp"), taken!.Folder);
        Assert.Equal(Foreign, File.ReadAllText(FileOf(".net-csharp", folder)));
    }

    [Theory]
    [InlineData(Foreign)]
    [InlineData("not JSON")]
    [InlineData("""{"argv": 1, "display_name": [], "metadata": 7}""")]
    public void The_own_name_is_not_taken_from_a_stranger(string json)
    {
        Write("linear-to-neural", json);
        Assert.Contains(_user, Assert.Throws<KernelSpecException>(() => _specs.Install(Command)).Message);
        Assert.Equal(json, File.ReadAllText(FileOf("linear-to-neural")));
        Assert.False(Directory.Exists(Path.Combine(_user, ".net-csharp")));
    }

    [Fact]
    public void Installing_again_replaces_what_this_program_wrote()
    {
        _specs.Install(["an old one"]);
        _specs.Install(Command);
        Assert.All(_specs.Ours, spec => Assert.Equal(Command[0], spec.Command[0]));
        Assert.Equal(2, _specs.Ours.Count());
    }

    [Fact]
    public void Uninstalling_removes_what_was_installed_and_nothing_else()
    {
        Write("python3", Foreign);
        _specs.Install(Command);
        File.WriteAllText(Path.Combine(_user, ".net-csharp", "notes.txt"), "the reader's own");
        Assert.Equal(2, _specs.Uninstall().Count);
        Assert.Equal(
            [Path.Combine(_user, ".net-csharp", "notes.txt"), FileOf("python3")],
            Directory.EnumerateFiles(_user, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(_user, "linear-to-neural")));
        Assert.Empty(_specs.Uninstall());
    }

    [Fact]
    public void A_kernel_whose_program_is_gone_does_not_start()
    {
        _specs.Install([Path.Combine(_user, "gone")]);
        Assert.All(_specs.Ours, spec => Assert.False(spec.Starts));
    }
}
