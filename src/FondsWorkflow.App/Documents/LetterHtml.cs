using System.Net;
using System.Text;
using FondsWorkflow.App.Resources;

namespace FondsWorkflow.App.Documents;

/// <summary>
/// Writes a letter as one HTML file that needs nothing else: A4, address where a window envelope has its window (DIN 5008, form B), page numbers in print.
/// Everything given as text is encoded.
/// </summary>
internal sealed class LetterHtml(Texts texts)
{
    private const string Heading = "## ";

    private const string Style = """
        @page { size: A4; margin: 20mm 20mm 25mm 25mm;
          @bottom-left { content: "NUMBER"; font: 8pt "Liberation Sans", Arial, sans-serif; color: #444; }
          @bottom-right { content: "PAGE " counter(page) " OF " counter(pages); font: 8pt "Liberation Sans", Arial, sans-serif; color: #444; } }
        html { font: 10pt/1.4 "Liberation Sans", Arial, Helvetica, sans-serif; color: #111; }
        body { margin: 0 auto; max-width: 165mm; hyphens: auto; }
        header { display: flex; justify-content: space-between; align-items: flex-end; border-bottom: 1.5pt solid #1a3a6e; padding-bottom: 3mm; height: 16mm; box-sizing: border-box; }
        header .city { font-size: 17pt; font-weight: bold; color: #1a3a6e; margin: 0; line-height: 1.1; }
        header .office { font-size: 9pt; text-align: right; margin: 0; }
        .top { display: flex; justify-content: space-between; gap: 8mm; margin-top: 9mm; min-height: 45mm; }
        .sender { font-size: 7pt; color: #444; border-bottom: .5pt solid #777; margin: 0 0 3mm; padding-bottom: .5mm; }
        .address { width: 85mm; }
        .address p:last-child { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
        .references { width: 70mm; margin: 0; font-size: 9pt; }
        .references div { display: flex; gap: 2mm; margin-bottom: 1mm; }
        .references dt { width: 27mm; flex: none; color: #444; }
        .references dd { margin: 0; overflow-wrap: anywhere; }
        h1 { font-size: 13pt; margin: 5mm 0 0; line-height: 1.3; overflow-wrap: anywhere; }
        .about { font-weight: bold; margin: 0 0 5mm; overflow-wrap: anywhere; }
        h2 { font-size: 10.5pt; margin: 4mm 0 1mm; break-after: avoid; }
        p { margin: 0 0 2.5mm; orphans: 3; widows: 3; white-space: pre-line; overflow-wrap: anywhere; }
        ol { margin: 0 0 3mm; padding-left: 7mm; }
        li { margin-bottom: 1.3mm; padding-left: 1mm; white-space: pre-line; orphans: 2; widows: 2; overflow-wrap: anywhere; }
        .closing { margin-top: 5mm; break-inside: avoid; }
        .closing .unsigned { font-size: 8.5pt; color: #444; }
        .draft { border: 1.5pt solid #a00; color: #a00; font-weight: bold; padding: 2mm 3mm; margin: 0 0 4mm; }
        @media screen { body { padding: 10mm; } }
        """;

    public string Write(Letter letter)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<title>").Append(Text($"{letter.Subject} {letter.Number}")).Append("</title>\n<style>\n").Append(StyleOf(letter)).Append("\n</style>\n</head>\n<body>\n");
        Head(html, letter);
        html.Append("<main>\n");
        Element(html, "h1", letter.Subject);
        Element(html, "p", letter.About, "about");
        Body(html, letter);
        html.Append("</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private void Head(StringBuilder html, Letter letter)
    {
        if (letter.Signer is null)
        {
            Element(html, "p", texts["Letters.IsDraft"], "draft");
        }

        html.Append("<header>\n");
        Element(html, "p", letter.City, "city");
        Element(html, "p", letter.Office, "office");
        html.Append("</header>\n<div class=\"top\">\n<div class=\"address\">\n");
        Element(html, "p", string.Join(" · ", new[] { letter.City, letter.Office.Split(',')[0], letter.OfficeAddress }.Where(t => t is { Length: > 0 })), "sender");
        Element(html, "p", string.Join('\n', letter.Recipient));
        html.Append("</div>\n<dl class=\"references\">\n");
        foreach (var (name, value) in letter.References)
        {
            html.Append("<div><dt>").Append(Text(name)).Append("</dt><dd>").Append(Text(value)).Append("</dd></div>\n");
        }

        html.Append("</dl>\n</div>\n");
    }

    private void Body(StringBuilder html, Letter letter)
    {
        Element(html, "p", letter.Text.Salutation);
        foreach (var block in letter.Text.Body)
        {
            Block(html, block);
        }

        if (letter.Text.Provisions.Count > 0)
        {
            Element(html, "h2", texts["Letters.Provisions"]);
            html.Append("<ol>\n");
            foreach (var provision in letter.Text.Provisions)
            {
                Element(html, "li", provision);
            }

            html.Append("</ol>\n");
        }

        Element(html, "h2", texts["Letters.Remedy"]);
        Element(html, "p", letter.Text.LegalRemedy);
        html.Append("<div class=\"closing\">\n");
        Element(html, "p", letter.Help);
        Element(html, "p", texts["Letters.Regards"]);
        Element(html, "p", texts["Letters.OnBehalf", letter.Signer ?? texts["Letters.NotSignedYet"]]);
        Element(html, "p", texts["Letters.Unsigned"], "unsigned");
        html.Append("</div>\n");
    }

    private static void Block(StringBuilder html, string block)
    {
        if (!block.StartsWith(Heading, StringComparison.Ordinal))
        {
            Element(html, "p", block);
            return;
        }

        var lines = block[Heading.Length..].Split('\n', 2);
        Element(html, "h2", lines[0].Trim());
        if (lines.Length > 1)
        {
            Element(html, "p", lines[1]);
        }
    }

    private static void Element(StringBuilder html, string tag, string text, string? css = null)
    {
        html.Append('<').Append(tag);
        if (css is not null)
        {
            html.Append(" class=\"").Append(css).Append('"');
        }

        html.Append('>').Append(Text(text)).Append("</").Append(tag).Append(">\n");
    }

    private string StyleOf(Letter letter) => Style
        .Replace("NUMBER", new string([.. letter.Number.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]), StringComparison.Ordinal)
        .Replace("PAGE", texts["Letters.Page"], StringComparison.Ordinal)
        .Replace("OF ", texts["Letters.PageOf"] + " ", StringComparison.Ordinal);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
