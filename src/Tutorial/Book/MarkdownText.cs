using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Tutorial.Book;

/// <summary>A heading of a page: its level, its text as HTML without links, and the anchor it is reached by.</summary>
sealed record Heading(int Level, string Html, string Anchor);

/// <summary>A markdown cell as HTML, with the headings found in it and its first paragraph.</summary>
sealed record MarkdownText(string Html, IReadOnlyList<Heading> Headings, string? FirstParagraph)
{
    static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseFootnotes().UseAutoLinks().UseEmphasisExtras().UseTaskLists().Build();

    static readonly object Anchor = new();

    /// <summary>Renders one cell.</summary>
    /// <param name="source">The markdown. What stands between dollar signs goes through untouched, for the mathematics renderer.</param>
    /// <param name="place">The anchor of the cell itself; a heading that opens the cell is reached by it.</param>
    /// <param name="anchors">Gives every other heading an anchor that no other place of the page has.</param>
    /// <param name="link">From an address in the notebook to the address in the book.</param>
    public static MarkdownText Render(string source, string place, Anchors anchors, Func<string, string> link)
    {
        var mathematics = new Mathematics();
        var document = Markdown.Parse(mathematics.TakeOut(source), Pipeline);
        foreach (var inline in document.Descendants<LinkInline>())
            inline.Url = link(inline.Url ?? "");

        var headings = new List<Heading>();
        foreach (var block in document.Descendants<HeadingBlock>())
        {
            var opens = block == document.FirstOrDefault();
            var anchor = opens ? place : anchors.ForText(mathematics.Plain(PlainText(block)));
            block.SetData(Anchor, anchor);
            if (!opens)
                block.GetAttributes().Id = anchor;
            headings.Add(new(block.Level, mathematics.PutBack(ToHtml(r => r.WriteLeafInline(block), links: false)), anchor));
        }

        var first = document.OfType<ParagraphBlock>().FirstOrDefault(p => p.Inline?.FirstChild is not LinkInline { IsImage: true });
        return new(
            mathematics.PutBack(ToHtml(r => r.Render(document))),
            headings,
            first is null ? null : mathematics.PutBack(ToHtml(r => r.WriteLeafInline(first), links: false)));
    }

    static string ToHtml(Action<HtmlRenderer> write, bool links = true)
    {
        using var text = new StringWriter();
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTableRenderer());
        if (links)
            renderer.ObjectRenderers.ReplaceOrAdd<HeadingRenderer>(new AnchoredHeadingRenderer());
        else
            renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new LinkTextRenderer());
        write(renderer);
        renderer.Writer.Flush();
        return text.ToString().TrimEnd();
    }

    static string PlainText(LeafBlock block) => string.Concat(block.Inline?.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }) ?? []);

    sealed class CodeRenderer : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock block)
        {
            var csharp = (block as FencedCodeBlock)?.Info is "csharp" or "cs" or "c#" or "C#";
            renderer.Write("<pre><code>");
            if (csharp)
                renderer.Write(CSharpText.ToHtml(block.Lines.ToString()));
            else
                renderer.WriteLeafRawLines(block, writeEndOfLines: true, escape: true);
            renderer.WriteLine("</code></pre>");
        }
    }

    sealed class AnchoredHeadingRenderer : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock block)
        {
            renderer.Write($"<h{block.Level}").WriteAttributes(block).Write(">").WriteLeafInline(block);
            if (block.Level > 1 && block.GetData(Anchor) is string anchor)
                renderer.Write($"<a class=\"heading-anchor\" href=\"#{anchor}\" aria-label=\"Link to this section\">#</a>");
            renderer.WriteLine($"</h{block.Level}>");
        }
    }

    /// <summary>On a narrow screen a table scrolls inside the page, not the page.</summary>
    sealed class ScrollingTableRenderer : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.WriteLine("<div class=\"scroll\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }

    /// <summary>A card of the index is a link itself, and a link cannot hold another one.</summary>
    sealed class LinkTextRenderer : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link) => renderer.WriteChildren(link);
    }
}
