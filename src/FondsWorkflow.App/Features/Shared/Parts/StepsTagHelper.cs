using FondsWorkflow.App.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FondsWorkflow.App.Features.Shared.Parts;

/// <summary>A step of a long form.</summary>
/// <param name="Name">What it asks for.</param>
/// <param name="Url">Where it is; null while it can't be opened.</param>
/// <param name="Done">Whether it is filled in.</param>
public sealed record FormStep(string Name, string? Url = null, bool Done = false);

/// <summary>Where one is in a long form: <c>&lt;fonds-steps steps="Model.Steps" current="2" /&gt;</c>, counted from 1.</summary>
/// <param name="texts">For "Schritt 2 von 6".</param>
[HtmlTargetElement("fonds-steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepsTagHelper(Texts texts) : TagHelper
{
    /// <summary>All steps in order.</summary>
    [HtmlAttributeName("steps")]
    public IReadOnlyList<FormStep> Steps { get; set; } = [];

    /// <summary>The one that is shown, from 1.</summary>
    [HtmlAttributeName("current")]
    public int Current { get; set; } = 1;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "fonds-steps");
        output.Attributes.SetAttribute("aria-label", texts["Forms.Steps"]);
        var list = Html.Element("ol", css: null, [.. Steps.Select((s, i) => Item(s, i + 1))]);
        output.Content.SetHtmlContent(Html.Element("p", "fonds-steps__here", texts["Forms.StepOf", Current, Steps.Count])).AppendHtml(list);
    }

    private TagBuilder Item(FormStep step, int number)
    {
        var name = step.Url is { } url && number != Current ? Html.Element("a", "kern-link", step.Name).With("href", url) : Html.Element("span", css: null, step.Name);
        var done = step.Done ? Html.Element("span", "kern-sr-only", $" {texts["Forms.StepDone"]}") : null;
        return Html.Element("li", step.Done ? "fonds-steps__done" : null, name, done).With("aria-current", number == Current ? "step" : null);
    }
}
