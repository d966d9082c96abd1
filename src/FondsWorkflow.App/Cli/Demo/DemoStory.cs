using System.Text.Json;
using FondsWorkflow.App.Data;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Steering;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>What happens in the demo and how it ends, read from <c>seeds/demo/story.json</c>: fictional groups, no persons.</summary>
/// <param name="StartsOn">First day in Bielefeld.</param>
/// <param name="EndsOn">Last day; who has not finished by then stays where the application stands.</param>
/// <param name="Meetings">Meetings of the circles, in order of time.</param>
/// <param name="Applications">The applications.</param>
internal sealed record DemoStory(DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<DemoMeeting> Meetings, IReadOnlyList<DemoApplication> Applications)
{
    public static DemoStory Read(string seeds)
        => JsonSerializer.Deserialize<DemoStory>(File.ReadAllText(Path.Combine(seeds, "demo", "story.json")), Conversions.Json)
            ?? throw new InvalidOperationException("seeds/demo/story.json is empty.");

    /// <summary>The story of whoever applies from this address.</summary>
    public DemoApplication Of(string email) => Applications.Single(a => string.Equals(a.Email, email, StringComparison.OrdinalIgnoreCase));

    public static Money Euro(decimal euro) => Money.FromCents((long)(euro * 100));
}

/// <summary>A meeting of a circle.</summary>
/// <param name="Circle">Its key.</param>
/// <param name="At">Local time.</param>
/// <param name="Place">Where.</param>
/// <param name="Excused">Members who can't come; their deputies do.</param>
internal sealed record DemoMeeting(string Circle, DateTime At, string Place, IReadOnlyList<string>? Excused = null);

/// <summary>One group with its project, what everybody does with it, and what must come of it.</summary>
internal sealed record DemoApplication
{
    public required string Email { get; init; }

    public required string Group { get; init; }

    public required ApplicantKind Kind { get; init; }

    public string? Register { get; init; }

    public bool DeductsInputTax { get; init; }

    public required string Fund { get; init; }

    public required DateOnly AppliesOn { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required string Description { get; init; }

    public required string Category { get; init; }

    public required IReadOnlyList<string> Goals { get; init; }

    public required string Targets { get; init; }

    public required int Participants { get; init; }

    public bool Closed { get; init; }

    public required string Involvement { get; init; }

    public string? Partners { get; init; }

    public required string Place { get; init; }

    public string? Permits { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required IReadOnlyList<DemoCost> Costs { get; init; }

    public required decimal Own { get; init; }

    public string? Custody { get; init; }

    public string? FollowUp { get; init; }

    public required string Iban { get; init; }

    /// <summary>The notice comes as a letter, not by mail.</summary>
    public bool ByPost { get; init; }

    public DemoReview? Review { get; init; }

    /// <summary>Why the group withdraws while the circle has not decided; null: it does not.</summary>
    public string? Withdraws { get; init; }

    /// <summary>What the circle says, one for each time it is asked.</summary>
    public IReadOnlyList<DemoDecision> Decisions { get; init; } = [];

    /// <summary>Whether the group accepts less money; otherwise it has not answered yet.</summary>
    public bool Accepts { get; init; }

    public string? ConditionNote { get; init; }

    public DemoAdvance? Advance { get; init; }

    public IReadOnlyList<DemoReceipt> Receipts { get; init; } = [];

    public DemoObjection? Objection { get; init; }

    public string? ReclaimReason { get; init; }

    public required DemoExpectation Expected { get; init; }

    public Money TotalCosts => Money.Sum(Costs.Select(c => c.Amount));

    public Money Requested => TotalCosts - DemoStory.Euro(Own);
}

/// <summary>A line of the cost plan; from the guideline's threshold on it has quotes.</summary>
internal sealed record DemoCost(string Text, string Category, decimal Quantity, decimal Price, int Quotes = 0)
{
    public Money Amount => DemoStory.Euro(Quantity * Price);
}

/// <summary>What the management does: asks first, recommends less, or says which criterion is not met.</summary>
internal sealed record DemoReview(DemoClarification? Clarify = null, decimal? Recommended = null, string? NotMet = null, string? Reason = null);

/// <summary>A question; without an answer the deadline runs out.</summary>
internal sealed record DemoClarification(string Questions, IReadOnlyList<FormPart> Parts, string? Answer = null);

/// <summary>What the circle resolves, with how many votes against.</summary>
internal sealed record DemoDecision(
    ResolutionOutcome Outcome, string Reason, decimal? Amount = null, IReadOnlyList<Condition>? Conditions = null, int No = 0, string? Recused = null, RecusalGround Ground = RecusalGround.BoardMember);

/// <summary>Money asked for before the proof.</summary>
internal sealed record DemoAdvance(decimal Amount, string Reason);

/// <summary>A receipt on a position of the cost plan.</summary>
internal sealed record DemoReceipt(string Payee, string What, decimal Amount, int Cost);

/// <summary>A question about the proof, and its answer.</summary>
internal sealed record DemoObjection(string Question, string Answer);

/// <summary>How it must end, in euro.</summary>
/// <param name="Stage">Where the application stands.</param>
/// <param name="Way">What people did that was not routine: step and outcome.</param>
/// <param name="Granted">Null: nothing was granted.</param>
/// <param name="Paid">Paid, less what was paid back.</param>
/// <param name="Proven">Recognised expenses.</param>
/// <param name="Reserved">Still reserved at the end.</param>
/// <param name="Committed">Still committed at the end.</param>
internal sealed record DemoExpectation(
    string Stage, IReadOnlyList<string> Way, decimal? Granted = null, decimal Paid = 0, decimal Proven = 0, decimal Reserved = 0, decimal Committed = 0);
