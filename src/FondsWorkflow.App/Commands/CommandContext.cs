using System.Globalization;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.App.Commands;

/// <summary>Who acts, and what the running command tells the audit log. One per request, job run or demo step.</summary>
internal sealed class CommandContext
{
    private Actor? _actor;

    /// <summary>The person or job that acts.</summary>
    /// <exception cref="NotFoundException">When nobody is signed in: an unknown visitor learns nothing.</exception>
    public Actor Actor
    {
        get => _actor ?? throw new NotFoundException();
        set => _actor = value;
    }

    /// <summary>Whether somebody is signed in.</summary>
    public bool HasActor => _actor is not null;

    /// <summary>Key of the form or API call; a second command with the same key and actor gets the first answer. Null: no protection wanted.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>How many bursts the case had when the actor looked at it; null when the actor does not say.</summary>
    public int? Seen { get; set; }

    /// <summary>What was seen by a form that left its mark out: no state the case was ever in.</summary>
    public const int SawNothing = -1;

    /// <summary>Reads what a form or call says was seen: nothing, or a number of bursts; whatever else it says, nobody can have seen.</summary>
    public static int? ReadSeen(string text)
        => text is "" or "*" ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : SawNothing;

    /// <summary>The application (or other object) the command is about; set by the handler for the audit log.</summary>
    public Guid? Subject { get; private set; }

    /// <summary>Why it was done, in the actor's words.</summary>
    public string? Reason { get; private set; }

    /// <summary>Tells the audit log what the command is about and why.</summary>
    public void About(Guid subject, string? reason = null)
    {
        Subject = subject;
        Reason = reason ?? Reason;
    }

    /// <summary>Tells the audit log why, or how it went, when it is about no application or other numbered object.</summary>
    public void Because(string reason) => Reason = reason;

    internal void ForgetSubject()
    {
        Subject = null;
        Reason = null;
    }
}
