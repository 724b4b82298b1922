using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks;

/// <summary>Reads the directives in a cell and parts it along them.</summary>
internal sealed partial class CellParser
{
    private const string Known =
        "#!csharp, #!markdown, #!time, #!who, #!whos, #!import path, #r \"nuget: Id, Version\", #r \"path.dll\", #i \"nuget: source\" and #load \"path\"";

    private readonly string _name;
    private readonly string[] _lines;
    private readonly bool[] _isDirective;
    private readonly ImmutableArray<CellPart>.Builder _parts = ImmutableArray.CreateBuilder<CellPart>();
    private readonly ImmutableArray<CellReference>.Builder _references = ImmutableArray.CreateBuilder<CellReference>();
    private readonly ImmutableArray<CellDiagnostic>.Builder _errors = ImmutableArray.CreateBuilder<CellDiagnostic>();
    private bool _isTimed;
    private int _start; // of the part being read

    private CellParser(string text, string name)
    {
        _name = name;
        _lines = text.ReplaceLineEndings("\n").Split('\n');
        _isDirective = new bool[_lines.Length];
    }

    private enum Language
    {
        CSharp,
        Markdown,
        Metadata,
    }

    /// <summary>Reads a cell.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="name">What errors call it.</param>
    public static CellText Parse(string text, string name) => new CellParser(text, name).Parse();

    private CellText Parse()
    {
        var language = Language.CSharp;
        MarkDirectives(0);
        for (var line = 0; line < _lines.Length; line++)
        {
            var directive = _lines[line].Trim();
            var next = LanguageOf(directive);
            if (language != Language.CSharp)
            {
                if (next is null)
                    continue;
                End(language, line);
                language = next.Value;
                if (language == Language.CSharp)
                    MarkDirectives(line + 1);
            }
            else if (_isDirective[line])
            {
                if (next is { } other)
                {
                    End(language, line);
                    language = other;
                }
                else if (Read(directive, line))
                {
                    _lines[line] = "";
                }
            }
        }

        End(language, _lines.Length);
        return new(_parts.ToImmutable(), _references.ToImmutable(), _isTimed, _errors.ToImmutable());
    }

    /// <summary>Finds the lines that are directives to the C# lexer: one that only looks like it, inside a string or a comment, is not.</summary>
    private void MarkDirectives(int from)
    {
        Array.Clear(_isDirective);
        if (!_lines.Skip(from).Any(line => line.AsSpan().TrimStart().StartsWith("#")))
            return;
        var text = string.Join('\n', _lines.Select((line, i) => i < from ? "" : line));
        var tree = CSharpSyntaxTree.ParseText(text, ScriptCompiler.ParseOptions);
        foreach (var trivia in tree.GetRoot().DescendantTrivia().Where(t => t.GetStructure() is DirectiveTriviaSyntax { IsActive: true }))
        {
            var line = tree.GetText().Lines.GetLineFromPosition(trivia.SpanStart).LineNumber;
            if (line >= from)
                _isDirective[line] = true;
        }
    }

    private static Language? LanguageOf(string directive) => directive.Split(' ')[0] switch
    {
        "#!csharp" or "#!c#" or "#!C#" => Language.CSharp,
        "#!markdown" or "#!md" => Language.Markdown,
        "#!meta" => Language.Metadata,
        _ => null,
    };

    /// <summary>Reads a directive within C#.</summary>
    /// <returns>Whether the line is done with; else it is the compiler's.</returns>
    private bool Read(string directive, int line)
    {
        if (directive.StartsWith("#!", StringComparison.Ordinal))
        {
            ReadMagic(directive, line);
            return true;
        }

        var match = Reference().Match(directive);
        if (!match.Success)
            return false;
        var (kind, target) = (match.Groups["kind"].Value, match.Groups["target"].Value.Trim());
        var nuget = target.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? target["nuget:".Length..].Trim() : null;
        switch (kind)
        {
            case "r" when nuget is null:
                _references.Add(new CellReference.Assembly(target, line + 1));
                break;
            case "r" when PackageRequest.Parse(nuget!) is { } request:
                _references.Add(new CellReference.Package(request, line + 1));
                break;
            case "r":
                Fail(line, $"'{nuget}' names no package. Write #r \"nuget: Id, Version\", for instance #r \"nuget: MathNet.Numerics, 5.0.0\".");
                break;
            case "i" when nuget is { Length: > 0 }:
                _references.Add(new CellReference.Source(nuget, line + 1));
                break;
            default:
                Fail(line, $"'{target}' is no package source. Write #i \"nuget: source\", where the source is a folder or an https address.");
                break;
        }

        return true;
    }

    private void ReadMagic(string directive, int line)
    {
        var words = directive.Split(' ', 2, StringSplitOptions.TrimEntries);
        var argument = words.Length > 1 ? words[1].Trim('"') : "";
        switch (words[0])
        {
            case "#!time":
                _isTimed = true;
                break;
            case "#!who" or "#!whos":
                Insert(new CellPart.Who(words[0] == "#!whos"), line);
                break;
            case "#!import" when argument.Length > 0:
                Insert(new CellPart.Import(argument, line + 1), line);
                break;
            case "#!import":
                Fail(line, "#!import expects a path, for instance #!import helpers.cs. It takes .ipynb, .dib, .cs and .csx files.");
                break;
            default:
                Fail(line, $"'{words[0]}' is not known here. Known are {Known}.");
                break;
        }
    }

    private void Insert(CellPart part, int line)
    {
        _lines[line] = "";
        End(Language.CSharp, line);
        _parts.Add(part);
    }

    /// <summary>Ends the part that runs up to a line.</summary>
    private void End(Language language, int line)
    {
        var text = string.Join('\n', _lines[_start..line]);
        if (language == Language.CSharp)
        {
            if (!string.IsNullOrWhiteSpace(text))
                _parts.Add(new CellPart.Code(new string('\n', _start) + text));
        }
        else if (language == Language.Markdown)
        {
            _parts.Add(new CellPart.Markdown(text.Trim('\n')));
        }

        _start = Math.Min(line + 1, _lines.Length);
    }

    private void Fail(int line, string message)
    {
        var length = _lines[line].Length;
        _errors.Add(new(IsError: true, "DIRECTIVE", message, new(_name, line + 1, 1), new(_name, line + 1, length + 1)));
    }

    [GeneratedRegex("""^#(?<kind>[ri])\s+"(?<target>[^"]*)"\s*(//.*)?$""")]
    private static partial Regex Reference();
}
