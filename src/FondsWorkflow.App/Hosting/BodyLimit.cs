using Microsoft.AspNetCore.Http.Features;

namespace FondsWorkflow.App.Hosting;

/// <summary>Says 413 at once when a request announces more than the server takes, before anything of it is read.</summary>
internal sealed class BodyLimit(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(http);
    }
}
