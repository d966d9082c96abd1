using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FondsWorkflow.App.Features.Shared;

/// <summary>
/// Like <c>[BindProperty]</c>, for pages with several forms: bound and checked only when its own form was posted, that is when the handler
/// of <c>&lt;fonds-form handler="Clarify"&gt;</c> runs.
/// </summary>
/// <param name="handler">Name of the handler; empty for <c>OnPost</c>.</param>
/// <param name="name">The property's name; the compiler knows it.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BindOnAttribute(string handler, [CallerMemberName] string? name = null) : Attribute, IRequestPredicateProvider, IBinderTypeProviderMetadata, IModelNameProvider
{
    /// <summary>The property's own name: without it a form of which nothing was filled in would be looked for, and explained, under no name at all.</summary>
    public string? Name => name;

    public Func<ActionContext, bool> RequestPredicate => context => HttpMethods.IsPost(context.HttpContext.Request.Method)
        && string.Equals(FondsPage.HandlerOf(context.HttpContext), handler, StringComparison.OrdinalIgnoreCase);

    public Type? BinderType => null;

    public BindingSource? BindingSource => null;
}
