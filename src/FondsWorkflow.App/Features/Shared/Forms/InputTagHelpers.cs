using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FondsWorkflow.App.Features.Shared.Forms;

/// <summary>A form part of one line: label, hint, input, error.</summary>
public abstract class LineTagHelper : FieldTagHelper
{
    internal override void Build(TagHelperOutput output, IReadOnlyList<TagHelperAttribute> own)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", Error is null ? "kern-form-input" : "kern-form-input kern-form-input--error");
        output.Content.AppendHtml(Html.Element("label", "kern-label", LabelContent()).With("for", Id));
        output.Content.AppendHtml(HintContent()).AppendHtml(Wrap(Tie(Input(Css), own))).AppendHtml(ErrorContent());
    }

    /// <summary>The class of the input, red when something is wrong.</summary>
    internal virtual string Css => Error is null ? "kern-form-input__input" : "kern-form-input__input kern-form-input__input--error";

    internal abstract TagBuilder Input(string css);

    internal virtual TagBuilder Wrap(TagBuilder input) => input;

    internal TagBuilder Line(string css, string type) => Html.Single("input", css).With("type", type).With("value", Value);
}

/// <summary>What is wrong with a field whose inputs the page writes itself, linked from the summary; the page gives the id of the field to what holds them.</summary>
[HtmlTargetElement("fonds-field-error", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorTagHelper : FieldTagHelper
{
    internal override void Build(TagHelperOutput output, IReadOnlyList<TagHelperAttribute> own)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(ErrorContent());
    }
}

/// <summary>One line of text: <c>&lt;fonds-text for="Form.Title" /&gt;</c>; <c>type="email"</c>, <c>autocomplete</c> and others go to the input.</summary>
[HtmlTargetElement("fonds-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextTagHelper : LineTagHelper
{
    internal override TagBuilder Input(string css) => Line(css, "text");
}

/// <summary>A password; never shown again.</summary>
[HtmlTargetElement("fonds-password", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PasswordTagHelper : LineTagHelper
{
    internal override TagBuilder Input(string css) => Html.Single("input", css).With("type", "password");
}

/// <summary>Several lines of text.</summary>
[HtmlTargetElement("fonds-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTagHelper : LineTagHelper
{
    internal override TagBuilder Input(string css) => Html.Element("textarea", css, "\n" + Value).With("rows", "5");
}

/// <summary>A number, with the keyboard for numbers on phones.</summary>
[HtmlTargetElement("fonds-number", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NumberTagHelper : LineTagHelper
{
    internal override string Css => base.Css + " fonds-short";

    internal override TagBuilder Input(string css) => Line(css, "text").With("inputmode", "decimal").With("autocomplete", "off");
}

/// <summary>An amount in euro with decimal comma.</summary>
[HtmlTargetElement("fonds-amount", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AmountTagHelper : LineTagHelper
{
    internal override string Css => base.Css + " fonds-short fonds-amount";

    internal override TagBuilder Input(string css) => Line(css, "text").With("inputmode", "decimal").With("autocomplete", "off");

    internal override TagBuilder Wrap(TagBuilder input)
        => Html.Element("div", "fonds-amount-group", input, Html.Element("span", "fonds-unit", "€").With("aria-hidden", "true"));
}

/// <summary>A day, or day and time when the property is a <see cref="DateTimeOffset"/> (Berlin time), or a time of day.</summary>
[HtmlTargetElement("fonds-day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTagHelper : LineTagHelper
{
    internal override string Css => base.Css + " fonds-short";

    internal override TagBuilder Input(string css)
        => Line(css, For.Metadata.UnderlyingOrModelType == typeof(DateTimeOffset) ? "datetime-local" : For.Metadata.UnderlyingOrModelType == typeof(TimeOnly) ? "time" : "date");
}

/// <summary>A file; its form needs <c>upload</c>.</summary>
[HtmlTargetElement("fonds-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : LineTagHelper
{
    internal override TagBuilder Input(string css) => Html.Single("input", css).With("type", "file");
}

/// <summary>A choice from many: <c>&lt;fonds-select for="Form.Quarter" options="Model.Quarters" /&gt;</c>.</summary>
[HtmlTargetElement("fonds-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : LineTagHelper
{
    /// <summary>What can be chosen; enums by <c>T.Options&lt;MyEnum&gt;("Noun.MyEnum")</c>.</summary>
    [HtmlAttributeName("options")]
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    internal override bool IsChoice => true;

    internal override string Css => Error is null ? "kern-form-input__select" : "kern-form-input__select kern-form-input__select--error";

    internal override TagBuilder Input(string css)
    {
        var select = Html.Element("select", css, Option(Texts["Forms.Choose"], "", Value is null or ""));
        foreach (var option in Options)
        {
            select.InnerHtml.AppendHtml(Option(option.Text, option.Value, string.Equals(Value, option.Value, StringComparison.Ordinal)));
        }

        return select;
    }

    internal override TagBuilder Wrap(TagBuilder input) => Html.Element("div", "kern-form-input__select-wrapper", input);

    private static TagBuilder Option(string text, string value, bool selected)
        => Html.Element("option", css: null, text).With("value", value).With("selected", selected ? "selected" : null);
}
