using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Notebooks;

/// <summary>What the author of a method says of it, as plain text.</summary>
internal sealed partial class SymbolDocumentation
{
    private readonly XElement? _xml;

    private SymbolDocumentation(XElement? xml) => _xml = xml;

    public string Summary => Text(_xml?.Element("summary"));

    public static SymbolDocumentation Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        var xml = symbol.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        try
        {
            return new(string.IsNullOrWhiteSpace(xml) ? null : XElement.Parse($"<doc>{xml}</doc>").DescendantsAndSelf().First(e => e.Name == "member" || e.Element("summary") is not null));
        }
        catch (Exception e) when (e is XmlException or InvalidOperationException)
        {
            return new(null); // a comment that is no XML, or says nothing
        }
    }

    public string Parameter(string name) => Text(_xml?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == name));

    /// <summary>The words of an element; what it refers to by an attribute is a word too.</summary>
    private static string Text(XElement? element) =>
        element is null ? "" : Blanks().Replace(string.Concat(element.DescendantNodes().Select(Word)), " ").Trim();

    private static string Word(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference => (string?)(reference.Attribute("name") ?? reference.Attribute("langword") ?? reference.Attribute("cref")) is { } name
            ? name[(name.Split('(')[0].LastIndexOfAny(['.', ':']) + 1)..]
            : " ",
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
