using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FondsWorkflow.App.Features.Shared.Parts;

/// <summary>Facts in pairs: <c>&lt;fonds-facts&gt;&lt;fonds-fact name="Betrag"&gt;…&lt;/fonds-fact&gt;&lt;/fonds-facts&gt;</c>.</summary>
[HtmlTargetElement("fonds-facts")]
public sealed class FactsTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "kern-description-list");
    }
}

/// <summary>One fact; an empty one says so with a dash.</summary>
[HtmlTargetElement("fonds-fact", ParentTag = "fonds-facts")]
public sealed class FactTagHelper : TagHelper
{
    /// <summary>What it is.</summary>
    [HtmlAttributeName("name")]
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "kern-description-list-item");
        output.Content.SetHtmlContent(Html.Element("dt", "kern-description-list-item__key", Name))
            .AppendHtml(Html.Element("dd", "kern-description-list-item__value", IsEmpty(content.GetContent()) ? "–" : content));
    }

    /// <summary>True when there is nothing to read between the tags.</summary>
    private static bool IsEmpty(string html)
    {
        var depth = 0;
        foreach (var c in html)
        {
            depth += c switch { '<' => 1, '>' => -1, _ => 0 };
            if (depth == 0 && c != '>' && !char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    }
}
