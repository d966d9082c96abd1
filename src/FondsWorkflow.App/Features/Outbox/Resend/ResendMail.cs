using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Outbox.Resend;

/// <summary>Tries a failed mail again, from the first attempt.</summary>
internal sealed record ResendMail(Guid Id) : ICommand<Unit>;

internal sealed class ResendMailHandler(FondsDb db, CommandContext who, OutboxBell bell, BerlinTime clock) : IRequestHandler<ResendMail, Unit>
{
    public async Task<Unit> Handle(ResendMail request, CancellationToken cancellationToken)
    {
        var mail = await db.Outbox.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
        Require.That(mail.SentAt is null && (mail.LastError is not null || mail.DueAt is null), OutboxRules.OnlyFailedMails);
        who.About(mail.ApplicationId ?? mail.Id);
        mail.Attempts = 0;
        mail.DueAt = clock.Now;
        bell.Ring();
        return Unit.Value;
    }
}

/// <summary>Rules of the outbox.</summary>
internal static class OutboxRules
{
    public static readonly Rule OnlyFailedMails = new("PO1", "Only a mail that failed is tried again by hand.");
}

internal sealed class ResendMailEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<ResendMail, Unit>("outbox/resend", Policies.Administrator);
}
