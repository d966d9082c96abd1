using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FondsWorkflow.App.Features.Shared.Parts;

/// <summary>An amount: <c>&lt;fonds-money value="Model.Granted" /&gt;</c>; nothing when null.</summary>
[HtmlTargetElement("fonds-money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : TagHelper
{
    /// <summary>The amount.</summary>
    [HtmlAttributeName("value")]
    public Money? Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fonds-money");
        output.Content.SetContent(German.Show(Value));
    }
}

/// <summary>A day or a moment as people write it, readable for machines: <c>&lt;fonds-date value="Model.DueOn" /&gt;</c>.</summary>
[HtmlTargetElement("fonds-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTagHelper : TagHelper
{
    /// <summary>A <see cref="DateOnly"/>, a <see cref="DateTimeOffset"/> or null.</summary>
    [HtmlAttributeName("value")]
    public object? Value { get; set; }

    /// <summary>Only the day of a moment.</summary>
    [HtmlAttributeName("day-only")]
    public bool DayOnly { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shown = DayOnly && Value is DateTimeOffset moment ? German.Day(moment) : Value;
        output.TagName = shown is null ? null : "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", shown is IFormattable f ? f.ToString(shown is DateOnly ? "yyyy-MM-dd" : "o", formatProvider: null) : "");
        output.Content.SetContent(German.Show(shown));
    }
}

/// <summary>How pressing or how good something is: its colour and icon.</summary>
public enum Tone
{
    /// <summary>Neutral news.</summary>
    Info,

    /// <summary>Done, good.</summary>
    Success,

    /// <summary>Soon due, needs a look.</summary>
    Warning,

    /// <summary>Refused, overdue, wrong.</summary>
    Danger,
}

/// <summary>A state as a badge: <c>&lt;fonds-status tone="Warning"&gt;fällig&lt;/fonds-status&gt;</c>.</summary>
[HtmlTargetElement("fonds-status")]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>Colour and icon.</summary>
    [HtmlAttributeName("tone")]
    public Tone Tone { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tone = Tone.ToString().ToLowerInvariant();
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"kern-badge kern-badge--{tone} kern-badge--small");
        output.Content.SetHtmlContent(Html.Element("span", "kern-label kern-label--small", await output.GetChildContentAsync()));
    }
}

/// <summary>A boxed message: <c>&lt;fonds-alert tone="Info" title="…"&gt;…&lt;/fonds-alert&gt;</c>.</summary>
[HtmlTargetElement("fonds-alert")]
public sealed class AlertTagHelper : TagHelper
{
    /// <summary>Colour and icon.</summary>
    [HtmlAttributeName("tone")]
    public Tone Tone { get; set; }

    /// <summary>Its heading.</summary>
    [HtmlAttributeName("title")]
    public string Title { get; set; } = "";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tone = Tone.ToString().ToLowerInvariant();
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"kern-alert kern-alert--{tone}");
        output.Content.SetHtmlContent(Html.Element("div", "kern-alert__header", Html.Icon(tone), Html.Element("span", "kern-title", Title)));
        if (!content.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(Html.Element("div", "kern-alert__body", content));
        }
    }
}

/// <summary>Longer text from a resource: blank lines part paragraphs, <c>## </c> begins a heading, <c>- </c> a list item.</summary>
[HtmlTargetElement("fonds-prose", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProseTagHelper : TagHelper
{
    /// <summary>The text.</summary>
    [HtmlAttributeName("text")]
    public string Text { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fonds-prose");
        foreach (var block in Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            output.Content.AppendHtml(Block(block));
        }
    }

    private static Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Block(string block)
    {
        var lines = block.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return block.StartsWith("## ", StringComparison.Ordinal) ? Html.Element("h2", css: null, block[3..])
            : lines.All(l => l.StartsWith("- ", StringComparison.Ordinal)) ? Html.Element("ul", css: null, [.. lines.Select(l => Html.Element("li", css: null, l[2..]))])
            : Html.Element("p", css: null, [.. lines.SelectMany<string, object>((l, i) => i == 0 ? [l] : [Html.Single("br", ""), l])]);
    }
}
