using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FondsWorkflow.App.Features.Shared.Forms;

/// <summary>A group of choices under one question.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    /// <summary>What can be chosen; enums by <c>T.Options&lt;MyEnum&gt;("Noun.MyEnum")</c>.</summary>
    [HtmlAttributeName("options")]
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    internal abstract string Kind { get; }

    internal override bool IsChoice => true;

    internal override void Build(TagHelperOutput output, IReadOnlyList<TagHelperAttribute> own)
    {
        output.TagName = "fieldset";
        output.Attributes.SetAttribute("class", Error is null ? "kern-fieldset" : "kern-fieldset kern-fieldset--error");
        var described = Describe(Html.Element("fieldset", css: null)).Attributes;
        if (described.TryGetValue("aria-describedby", out var ids))
        {
            output.Attributes.SetAttribute("aria-describedby", ids);
        }

        output.Content.AppendHtml(Html.Element("legend", "kern-label", LabelContent())).AppendHtml(HintContent());
        var body = Html.Element("div", "kern-fieldset__body");
        foreach (var (option, index) in Options.Select((o, i) => (o, i)))
        {
            body.InnerHtml.AppendHtml(Choice(option, index));
        }

        output.Content.AppendHtml(body).AppendHtml(ErrorContent());
    }

    private TagBuilder Choice(SelectListItem option, int index)
    {
        var id = index == 0 ? Id : $"{Id}-{index}";
        var input = Html.Single("input", $"kern-form-check__{Kind}" + (Error is null ? "" : $" kern-form-check__{Kind}--error"))
            .With("type", Kind).With("id", id).With("name", Name).With("value", option.Value)
            .With("checked", Values.Contains(option.Value, StringComparer.OrdinalIgnoreCase) ? "checked" : null)
            .With("disabled", option.Disabled ? "disabled" : null);
        return Html.Element("div", "kern-form-check", input, Html.Element("label", "kern-label", option.Text).With("for", id));
    }
}

/// <summary>One of few: <c>&lt;fonds-radio for="Form.Result" options='T.Options&lt;ReviewResult&gt;("Reviews.Result")' /&gt;</c>.</summary>
[HtmlTargetElement("fonds-radio", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadioTagHelper : ChoicesTagHelper
{
    internal override string Kind => "radio";
}

/// <summary>Any of few; binds to a list.</summary>
[HtmlTargetElement("fonds-checks", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChecksTagHelper : ChoicesTagHelper
{
    internal override string Kind => "checkbox";
}

/// <summary>Yes or no; binds to a <see cref="bool"/>.</summary>
[HtmlTargetElement("fonds-check", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckTagHelper : FieldTagHelper
{
    internal override void Build(TagHelperOutput output, IReadOnlyList<TagHelperAttribute> own)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Error is null ? "kern-form-check" : "kern-form-check kern-form-check--error");
        var input = Tie(Html.Single("input", Error is null ? "kern-form-check__checkbox" : "kern-form-check__checkbox kern-form-check__checkbox--error"), own)
            .With("type", "checkbox").With("value", "true")
            .With("checked", Values.Contains("true", StringComparer.OrdinalIgnoreCase) ? "checked" : null);
        output.Content.AppendHtml(input)
            .AppendHtml(Html.Element("label", "kern-label", LabelText).With("for", Id))
            .AppendHtml(HintText is null ? HtmlString.Empty : Html.Element("div", "fonds-check-hint", HintContent()))
            .AppendHtml(ErrorContent())
            .AppendHtml(Html.Single("input", "").With("type", "hidden").With("name", Name).With("value", "false"));
    }
}
