using System.Globalization;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FondsWorkflow.App.Features.Applications.Attach;

/// <summary>Files come as multipart form: fields <c>applicationId</c>, <c>kind</c>, <c>costIndex</c>, and the file <c>attachment</c>.</summary>
internal sealed class AttachEndpoints : IEndpoints
{
    private const int MaxKeyLength = 100;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("applications/attach", Attach).RequireAuthorization(Policies.Applicant).WithTags("applications").Produces<Guid>().ProducesProblem(400).ProducesProblem(404).ProducesValidationProblem(422);
        api.MapGet("applications/attachment", Download).RequireAuthorization().WithTags("applications").ProducesProblem(404);
        api.MapCommand<RemoveAttachment, string>("applications/remove-attachment", Policies.Applicant);
    }

    private static async Task<Results<Ok<Guid>, ProblemHttpResult>> Attach(HttpContext http, CommandContext context, IMediator sender, CancellationToken cancellationToken)
    {
        var key = http.Request.Headers[ApiSetup.IdempotencyHeader].ToString();
        if (key.Length is 0 or > MaxKeyLength || !TextGuard.IsClean(key))
        {
            return TypedResults.Problem(ApiTexts.KeyMissing, statusCode: StatusCodes.Status400BadRequest);
        }

        context.IdempotencyKey = key;
        return TypedResults.Ok(await sender.Send(await Read(http.Request, cancellationToken), cancellationToken));
    }

    private static async Task<AttachFile> Read(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = request.HasFormContentType ? await Form(request, cancellationToken) : throw new BadHttpRequestException("A multipart form is expected.");
        List<RuleProblem> problems = [];
        int? costIndex = int.TryParse(form["costIndex"], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
        var kind = Enum.TryParse<AttachmentKind>(form["kind"], ignoreCase: true, out var named) && Enum.IsDefined(named) ? named : (AttachmentKind?)null;
        var file = form.Files.GetFile("attachment");
        if (!Guid.TryParse(form["applicationId"], out var id)) problems.Add(new RuleProblem(CommandRules.MissingInput, "applicationId", []));
        if (kind is null && form["kind"].ToString().Length > 0) problems.Add(new RuleProblem(ApplicationRules.ChoiceIsFromList, "kind", []));
        if (costIndex is null && form["costIndex"].ToString().Length > 0) problems.Add(new RuleProblem(CommandRules.NumberOutOfRange, "costIndex", []));
        if (file is null) problems.Add(new RuleProblem(CommandRules.MissingInput, "attachment", []));
        Require.None(problems);
        return new AttachFile(id, kind ?? AttachmentKind.Other, costIndex, file!.FileName, file.ContentType, await Uploads.ReadAsync(file, cancellationToken));
    }

    private static async Task<IFormCollection> Form(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The form can't be read.", e);
        }
    }

    private static async Task<FileContentHttpResult> Download(Guid applicationId, Guid attachmentId, IMediator sender, CancellationToken cancellationToken)
    {
        var stored = await sender.Send(new ReadAttachment(applicationId, attachmentId), cancellationToken);
        return TypedResults.File(stored.Content, stored.ContentType, stored.FileName);
    }
}

/// <summary>Reads uploaded files without taking in more than any guideline allows.</summary>
internal static class Uploads
{
    /// <summary>More bytes than this are not read; the file is then refused as too large.</summary>
    private const int Most = 25 * 1024 * 1024;

    public static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenReadStream();
        var bytes = new byte[Math.Min(file.Length, Most)];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
