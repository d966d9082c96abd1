using System.Text.Json;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Errors;

/// <summary>Answers of the API that are no success: problem+json (RFC 9457) with the sentences of the pages.</summary>
internal sealed class ApiProblems(Texts texts, RuleSentences sentences) : IExceptionHandler
{
    /// <summary>Whether the request came for the API, even while its failure is being handled under another path.</summary>
    public static bool IsApi(HttpContext http)
        => new PathString(http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path).StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!IsApi(httpContext))
        {
            return false;
        }

        httpContext.Response.StatusCode = StatusOf(exception);
        await Write(httpContext, exception as RuleViolation, exception.InnerException as JsonException);
        return true;
    }

    /// <summary>Writes the problem of a status that has no body yet: 401, 403, 404, 405, 415.</summary>
    public Task Write(HttpContext http, RuleViolation? refusal = null, JsonException? unreadable = null)
    {
        var status = http.Response.StatusCode;
        var known = status is 400 or 403 or 404 or 409 or 413 or 422 or 500 ? status : status == 401 ? 401 : status < 500 ? 400 : 500;
        var problem = new ProblemDetails
        {
            Status = status,
            Title = texts[$"Errors.Title{known}"],
            Detail = refusal is null ? texts[$"Errors.Api{known}"] : string.Join(' ', refusal.Problems.Select(sentences.For)),
        };
        if (refusal is not null)
        {
            problem.Extensions["errors"] = refusal.Problems.GroupBy(p => Path(p.Field), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(sentences.For).ToArray(), StringComparer.Ordinal);
            problem.Extensions["rules"] = refusal.Problems.Select(p => p.Rule.Code).Distinct(StringComparer.Ordinal).ToArray();
        }

        if (unreadable is { Path: ['$', '.', .. var field] })
        {
            problem.Extensions["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [texts["Errors.ApiField"]] };
        }

        return http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", http.RequestAborted);
    }

    public static int StatusOf(Exception exception) => exception switch
    {
        NotFoundException => StatusCodes.Status404NotFound,
        RuleViolation => StatusCodes.Status422UnprocessableEntity,
        BadHttpRequestException bad => bad.StatusCode,
        Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary><c>Costs[2].Amount</c> as JSON names it: <c>costs[2].amount</c>.</summary>
    private static string Path(string? field)
        => field is null ? "" : string.Join('.', field.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
