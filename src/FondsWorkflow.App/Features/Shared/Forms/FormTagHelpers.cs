using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FondsWorkflow.App.Features.Shared.Forms;

/// <summary>A form that posts to its own page, protected against foreign sites and against a second click.</summary>
/// <param name="antiforgery">Makes the token.</param>
/// <param name="urls">Finds the page's address.</param>
[HtmlTargetElement("fonds-form")]
public sealed class FormTagHelper(IAntiforgery antiforgery, IUrlHelperFactory urls) : TagHelper
{
    /// <summary>Name of the handler, <c>OnPost{Handler}Async</c>; none for <c>OnPostAsync</c>.</summary>
    [HtmlAttributeName("handler")]
    public string? Handler { get; set; }

    /// <summary>Whether files are sent.</summary>
    [HtmlAttributeName("upload")]
    public bool Upload { get; set; }

    /// <summary>The view.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "form";
        output.Attributes.SetAttribute("method", "post");
        output.Attributes.SetAttribute("novalidate", "novalidate");
        output.Attributes.SetAttribute("action", urls.GetUrlHelper(View).Page(pageName: null, Handler));
        if (!output.Attributes.ContainsName("class"))
        {
            output.Attributes.SetAttribute("class", "fonds-form");
        }

        if (Upload)
        {
            output.Attributes.SetAttribute("enctype", "multipart/form-data");
        }

        var tokens = antiforgery.GetAndStoreTokens(View.HttpContext);
        output.Content.AppendHtml(await output.GetChildContentAsync())
            .AppendHtml(Hidden(tokens.FormFieldName, tokens.RequestToken)).AppendHtml(Hidden(FondsPage.KeyField, Key()));
        if (View.HttpContext.Items[FondsPage.SeenField] is int seen)
        {
            output.Content.AppendHtml(Hidden(FondsPage.SeenField, seen.ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static TagBuilder Hidden(string name, string? value)
    {
        var input = Html.Single("input", "").With("type", "hidden").With("name", name).With("value", value);
        input.Attributes.Remove("class");
        return input;
    }

    /// <summary>The key that came with this form when it is shown again, else a fresh one.</summary>
    private string Key()
    {
        var http = View.HttpContext;
        var mine = HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType
            && string.Equals(FondsPage.HandlerOf(http), Handler ?? "", StringComparison.OrdinalIgnoreCase);
        return mine && http.Request.Form[FondsPage.KeyField].ToString() is { Length: > 0 } posted ? posted : Guid.NewGuid().ToString("N");
    }
}

/// <summary>The button that sends the form: <c>&lt;fonds-submit&gt;Weiterleiten&lt;/fonds-submit&gt;</c>; <c>kind="secondary"</c> for the lesser one.</summary>
[HtmlTargetElement("fonds-submit")]
public sealed class SubmitTagHelper : TagHelper
{
    /// <summary>primary, secondary or tertiary.</summary>
    [HtmlAttributeName("kind")]
    public string Kind { get; set; } = "primary";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.Attributes.SetAttribute("type", "submit");
        output.Attributes.SetAttribute("class", $"kern-btn kern-btn--{Kind}");
        output.Content.SetHtmlContent(Html.Element("span", "kern-label", await output.GetChildContentAsync()));
    }
}

/// <summary>A link that looks like a button: <c>&lt;fonds-go href="/antrag"&gt;Antrag stellen&lt;/fonds-go&gt;</c>.</summary>
[HtmlTargetElement("fonds-go")]
public sealed class GoTagHelper : TagHelper
{
    /// <summary>primary, secondary or tertiary.</summary>
    [HtmlAttributeName("kind")]
    public string Kind { get; set; } = "primary";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.Attributes.SetAttribute("class", $"kern-btn kern-btn--{Kind}");
        output.Content.SetHtmlContent(Html.Element("span", "kern-label", await output.GetChildContentAsync()));
    }
}

/// <summary>What is wrong with the form, all at once, linked to the fields, focused and announced. The layout has it; pages need nothing.</summary>
/// <param name="texts">For its title.</param>
[HtmlTargetElement("fonds-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper(Resources.Texts texts) : TagHelper
{
    /// <summary>The view.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-alert kern-alert--danger fonds-errors");
        output.Attributes.SetAttribute("id", "fehler");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        var list = Html.Element("ul", "kern-list kern-list--bullet");
        foreach (var (field, sentence) in Sentences())
        {
            list.InnerHtml.AppendHtml(Html.Element("li", css: null, Linked(field, sentence)));
        }

        output.Content.AppendHtml(Html.Element("div", "kern-alert__header", Html.Icon("danger"), Html.Element("span", "kern-title", texts["Forms.PleaseCheck"])))
            .AppendHtml(Html.Element("div", "kern-alert__body", list));
    }

    private IEnumerable<(string Field, string Sentence)> Sentences()
        => View.ModelState.SelectMany(e => e.Value?.Errors.Select(error => (e.Key, error.ErrorMessage)) ?? []).Distinct().Select(e => (Position(e.Key) < 0 ? FieldTagHelper.FieldOf(e.Key) : e.Key, e.ErrorMessage)).OrderBy(e => Position(e.Item1));

    /// <summary>Where the field stands on the page; what concerns the whole form comes first.</summary>
    private int Position(string field) => FieldTagHelper.Rendered(View.HttpContext).IndexOf(field);

    private object Linked(string field, string sentence)
        => Position(field) >= 0
            ? Html.Element("a", "kern-link", sentence).With("href", $"#{FieldTagHelper.IdOf(field)}")
            : sentence;
}
