using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FondsWorkflow.App.Features.Shared.Layout;

/// <summary>What a view tells the layout: <c>@{ ViewData.Title(T["Reviews.Title"]); ViewData.Crumb(T["Reviews.Inbox"], "/management"); }</c>.</summary>
internal static partial class PageHead
{
    private const string TitleKey = "fonds.title";
    private const string PrelineKey = "fonds.preline";
    private const string CrumbsKey = "fonds.crumbs";
    private const string WideKey = "fonds.wide";
    private const string OwnHeadingKey = "fonds.heading";

    /// <summary>Title of the window and first heading of the page.</summary>
    /// <remarks>The preline is a small line above the heading, for example the application's number.</remarks>
    public static void Title(this ViewDataDictionary view, string title, string? preline = null)
    {
        view[TitleKey] = title;
        view[PrelineKey] = preline;
    }

    /// <summary>A page above this one; call once for each, from the top.</summary>
    public static void Crumb(this ViewDataDictionary view, string name, string url) => view[CrumbsKey] = (IReadOnlyList<(string, string)>)[.. view.Crumbs(), (name, url)];

    /// <summary>Uses the whole width, for large tables.</summary>
    public static void Wide(this ViewDataDictionary view) => view[WideKey] = true;

    /// <summary>The page writes its first heading itself.</summary>
    public static void OwnHeading(this ViewDataDictionary view) => view[OwnHeadingKey] = true;

    internal static string? TitleText(this ViewDataDictionary view) => view[TitleKey] as string;

    internal static string? Preline(this ViewDataDictionary view) => view[PrelineKey] as string;

    internal static bool IsWide(this ViewDataDictionary view) => view[WideKey] is true;

    internal static bool HasOwnHeading(this ViewDataDictionary view) => view[OwnHeadingKey] is true;

    internal static IReadOnlyList<(string Name, string Url)> Crumbs(this ViewDataDictionary view) => view[CrumbsKey] as IReadOnlyList<(string, string)> ?? [];

    /// <summary>A heading in which the number of an application or notice stays on one line.</summary>
    internal static IHtmlContent Heading(string title, HtmlEncoder encoder)
        => new HtmlString(Number().Replace(encoder.Encode(title), "<span class=\"fonds-number\">$0</span>"));

    [GeneratedRegex("[A-Z]+(-[A-Z0-9]+)*-[0-9]{4}-[0-9]+(-[A-Z0-9]+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
