using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FondsWorkflow.App.Features.Shared.Parts;

/// <summary>A table that scrolls on a phone. Inside it write plain <c>thead, tbody, tr, th, td</c>; <c>numeric</c> on a cell sets it to the right.</summary>
[HtmlTargetElement("fonds-table")]
public sealed class TableTagHelper : TagHelper
{
    /// <summary>Marks that the cells of a table are ours.</summary>
    internal const string Inside = "fonds-table";

    /// <summary>What the table shows; read aloud, and shown unless <see cref="HideCaption"/>.</summary>
    [HtmlAttributeName("caption")]
    public string Caption { get; set; } = "";

    /// <summary>Hides the caption from the eyes, when a heading says the same.</summary>
    [HtmlAttributeName("hide-caption")]
    public bool HideCaption { get; set; }

    /// <inheritdoc/>
    public override void Init(TagHelperContext context) => context.Items[Inside] = true;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "kern-table-responsive");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", Caption);
        output.Content.SetHtmlContent(
            Html.Element("table", "kern-table", Html.Element("caption", HideCaption ? "kern-sr-only" : "kern-title", Caption), rows));
    }
}

/// <summary>Gives the parts of a <c>fonds-table</c> KERN's classes.</summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tfoot")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
public sealed class TablePartTagHelper : TagHelper
{
    /// <summary>For amounts and numbers: set to the right, not wrapped.</summary>
    [HtmlAttributeName("numeric")]
    public bool Numeric { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.ContainsKey(TableTagHelper.Inside) || output.Attributes.ContainsName("class"))
        {
            return;
        }

        var part = output.TagName switch { "thead" => "head", "tbody" => "body", "tfoot" => "footer", "tr" => "row", "th" => "header", _ => "cell" };
        output.Attributes.SetAttribute("class", $"kern-table__{part}" + (Numeric ? $" kern-table__{part}--numeric" : ""));
        if (output.TagName is "th" && !output.Attributes.ContainsName("scope"))
        {
            output.Attributes.SetAttribute("scope", "col");
        }
    }
}
