using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Shared;

/// <summary>Builds small pieces of HTML; everything given as text is encoded.</summary>
internal static class Html
{
    public static TagBuilder Element(string tag, string? css, params object?[] children)
    {
        var element = new TagBuilder(tag);
        if (css is not null)
        {
            element.Attributes["class"] = css;
        }

        foreach (var child in children)
        {
            Append(element, child);
        }

        return element;
    }

    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
        {
            element.Attributes[name] = value;
        }

        return element;
    }

    /// <summary>An element without content, for example an input.</summary>
    public static TagBuilder Single(string tag, string css)
    {
        var element = Element(tag, css);
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    public static TagBuilder Icon(string name) => Element("span", $"kern-icon kern-icon--{name}").With("aria-hidden", "true");

    private static void Append(TagBuilder element, object? child)
    {
        switch (child)
        {
            case IHtmlContent html: element.InnerHtml.AppendHtml(html); break;
            case string text: element.InnerHtml.Append(text); break;
        }
    }
}
