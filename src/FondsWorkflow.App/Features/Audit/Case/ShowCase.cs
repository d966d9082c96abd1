using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Notices.Write;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Ledger;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Audit.Case;

/// <summary>Everything of one application, for the auditors.</summary>
internal sealed record ShowCase(Guid Id) : IRequest<CaseView>;

internal sealed record CaseView
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string Group { get; init; }

    public required string Fund { get; init; }

    public required string Guideline { get; init; }

    public required string Stage { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public required Money TotalCosts { get; init; }

    public required Money Requested { get; init; }

    public required Money? Granted { get; init; }

    public required string? Description { get; init; }

    public required Guid? InstanceId { get; init; }

    /// <summary>What waits for somebody now.</summary>
    public required IReadOnlyList<WaitingLine> Waiting { get; init; }

    public required IReadOnlyList<ResolutionLine> Resolutions { get; init; }

    public required IReadOnlyList<SentNotice> Notices { get; init; }

    public required IReadOnlyList<LedgerLine> Ledger { get; init; }

    public required IReadOnlyList<PayoutLine> Payouts { get; init; }

    public required IReadOnlyList<FileLine> Files { get; init; }

    public required IReadOnlyList<MailLine> Mails { get; init; }

    public required IReadOnlyList<AuditLine> Audit { get; init; }
}

/// <summary>A step that waits, whose it is, and who else was told because it is late.</summary>
internal sealed record WaitingLine(string Step, ActorRole Role, DateOnly? DueOn, ActorRole? EscalatedTo, DateTimeOffset? EscalatedAt);

internal sealed record ResolutionLine(DateTimeOffset At, ResolutionOutcome Outcome, Money? Amount, string Reason, int Yes, int No, int Abstain);

internal sealed record LedgerLine(int Year, int Sequence, DateTimeOffset At, LedgerKind Kind, Money Amount, string Reason, string By, Money ReservedAfter, Money CommittedAfter, Money PaidAfter);

internal sealed record PayoutLine(Guid Id, Money Amount, string State);

internal sealed record FileLine(string FileName, long Size, string Sha256, DateTimeOffset At, string By);

internal sealed record MailLine(Guid Id, string Subject, string To, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

/// <summary>Who did what (in words and as the command's name), when and why.</summary>
internal sealed record AuditLine(long Sequence, DateTimeOffset At, string Who, string Role, string What, string Command, string? Why, string Details, string Hash);

internal sealed class ShowCaseHandler(FondsDb db, Access access, CityBook city, AuditWords words) : IRequestHandler<ShowCase, CaseView>
{
    public async Task<CaseView> Handle(ShowCase request, CancellationToken cancellationToken)
    {
        var application = await access.Applications().AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
        var guideline = city.GuidelineOf(application);
        var instance = await db.WorkflowInstances.Where(i => i.ApplicationId == application.Id).OrderByDescending(i => i.StartedAt).Select(i => new { i.Id, i.Stage }).FirstOrDefaultAsync(cancellationToken);
        var notices = await db.Notices.AsNoTracking().Where(n => n.ApplicationId == application.Id).OrderBy(n => n.DraftedAt).ToListAsync(cancellationToken);
        return new()
        {
            Id = application.Id,
            Number = application.Number!.ToString(),
            Title = application.Form.Project.Title ?? "",
            Group = application.Form.Who.Name ?? application.Form.Who.ContactName ?? "",
            Fund = city.Fund(application.FundKey).Name,
            Guideline = guideline.Title,
            Stage = instance?.Stage ?? Stages.Draft,
            SubmittedAt = application.SubmittedAt!.Value,
            TotalCosts = application.TotalCosts,
            Requested = application.RequestedAmount,
            Granted = application.GrantedAmount,
            Description = application.Form.Project.Description,
            InstanceId = instance?.Id,
            Waiting = await db.Assignments.AsNoTracking().Where(a => a.ApplicationId == application.Id && a.CompletedAt == null && a.CancelledAt == null).OrderBy(a => a.CreatedAt)
                .Select(a => new WaitingLine(a.Activity, a.Role, a.DueOn, a.EscalatedTo, a.EscalatedAt)).ToListAsync(cancellationToken),
            Resolutions = await ResolutionsAsync(application.Id, cancellationToken),
            Notices = await SentNotices.OfAsync(db, application.Id, notices, guideline.Deadlines.LegalRemedyMonths.Value, cancellationToken),
            Ledger = await LedgerAsync(application.Id, cancellationToken),
            Payouts = await PayoutsAsync(application.Id, cancellationToken),
            Files = await db.Files.Where(f => f.ApplicationId == application.Id).OrderBy(f => f.At).Select(f => new FileLine(f.FileName, f.Size, f.Sha256, f.At, f.By)).ToListAsync(cancellationToken),
            Mails = await db.Outbox.Where(m => m.ApplicationId == application.Id).OrderBy(m => m.CreatedAt).Select(m => new MailLine(m.Id, m.Subject, m.To, m.CreatedAt, m.SentAt)).ToListAsync(cancellationToken),
            Audit = await AuditTrail.OfAsync(db, words, application.Id, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<ResolutionLine>> ResolutionsAsync(Guid id, CancellationToken cancellationToken)
    {
        var rows = await db.Resolutions.AsNoTracking().Where(r => r.ApplicationId == id).OrderBy(r => r.DecidedAt).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new ResolutionLine(r.DecidedAt, r.Outcome, r.Amount, r.Reason, r.Tally.Yes, r.Tally.No, r.Tally.Abstained))];
    }

    private async Task<IReadOnlyList<LedgerLine>> LedgerAsync(Guid id, CancellationToken cancellationToken)
    {
        var rows = await db.LedgerEntries.AsNoTracking().Where(e => e.ApplicationId == id).OrderBy(e => e.Year).ThenBy(e => e.Sequence).ToListAsync(cancellationToken);
        return [.. rows.Select(e => new LedgerLine(e.Year, e.Sequence, e.At, e.Kind, e.Amount, e.Reason, e.By, e.CaseReservedAfter, e.CaseCommittedAfter, e.CasePaidAfter))];
    }

    private async Task<IReadOnlyList<PayoutLine>> PayoutsAsync(Guid id, CancellationToken cancellationToken)
    {
        var rows = await db.Payouts.AsNoTracking().Where(p => p.ApplicationId == id).ToListAsync(cancellationToken);
        return [.. rows.Select(p => new PayoutLine(p.Id, p.Amount, p.State.ToString()))];
    }
}

/// <summary>The audit entries of one application.</summary>
internal static class AuditTrail
{
    public static async Task<IReadOnlyList<AuditLine>> OfAsync(FondsDb db, AuditWords words, Guid applicationId, CancellationToken cancellationToken)
    {
        var rows = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == applicationId).OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        return [.. rows.Select(e => new AuditLine(e.Sequence, e.At, e.ActorName, words.Role(e.ActorRole), words.Command(e.Command), e.Command, e.Reason, e.Details, e.Hash))];
    }
}

/// <summary>Commands and roles in words; a command without a text keeps its name.</summary>
internal sealed class AuditWords(Texts texts)
{
    public string Command(string command) => texts.Find($"Audit.Command{command}") ?? command;

    public string Role(string role) => texts.Find($"Audit.Role{role}") ?? role;
}

internal sealed class CaseEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowCase, CaseView>("audit/case", Policies.Auditor);
}
