using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FondsWorkflow.App.Features.Errors;

/// <summary>What went wrong in a sentence, and what to do next. Never what the machine says.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorPage : PageModel
{
    private static readonly int[] Explained = [400, 403, 404, 409, 413, 422, 500];

    public int Status { get; private set; }

    /// <summary>The status that has its own sentences.</summary>
    public int Known => Explained.Contains(Status) ? Status : Status == 401 ? 403 : Status is >= 400 and < 500 ? 400 : 500;

    /// <summary>What finds the request in the log.</summary>
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public override void OnPageHandlerSelected(Microsoft.AspNetCore.Mvc.Filters.PageHandlerSelectedContext context)
    {
        ModelState.Clear();
        Status = RouteData.Values["status"] is string text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) ? status : Response.StatusCode;
        Status = Status is >= 400 and < 600 ? Status : StatusCodes.Status404NotFound;
        Response.StatusCode = Status;
    }
}
