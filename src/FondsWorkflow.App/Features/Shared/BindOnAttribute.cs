using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace FondsWorkflow.App.Features.Shared;

/// <summary>
/// Like <c>[BindProperty]</c>, for pages with several forms: bound and checked only when its own form was posted, that is when the handler
/// of <c>&lt;fonds-form handler="Clarify"&gt;</c> runs.
/// </summary>
/// <param name="handler">Name of the handler; empty for <c>OnPost</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BindOnAttribute(string handler) : Attribute, IRequestPredicateProvider, IBinderTypeProviderMetadata
{
    public Func<ActionContext, bool> RequestPredicate => context => HttpMethods.IsPost(context.HttpContext.Request.Method)
        && string.Equals(FondsPage.HandlerOf(context.HttpContext), handler, StringComparison.OrdinalIgnoreCase);

    public Type? BinderType => null;

    public BindingSource? BindingSource => null;
}
