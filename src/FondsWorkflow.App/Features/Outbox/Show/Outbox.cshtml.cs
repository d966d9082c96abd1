using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Features.Shared.Parts;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Outbox.Show;

/// <summary>All mails of the house.</summary>
[Authorize(Policy = Policies.Outbox)]
internal sealed class OutboxPage : FondsPage
{
    [BindProperty(SupportsGet = true, Name = "stand")]
    public MailState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "vor")]
    public Guid? Before { get; set; }

    public OutboxView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await Mediator.Send(new ShowOutbox(State, Before));

    public static Tone ToneOf(MailState state) => state switch
    {
        MailState.Sent => Tone.Success,
        MailState.Failed => Tone.Danger,
        _ => Tone.Info,
    };
}
