using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>A crash of our own in any page that is asked for with <c>?kaputt</c>.</summary>
internal sealed class BrokenPage : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (context.HttpContext.Request.Query.ContainsKey("kaputt") && context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null)
        {
            throw new InvalidOperationException("secret machine words");
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
