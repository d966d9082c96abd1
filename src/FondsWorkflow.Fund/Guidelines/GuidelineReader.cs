using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Guidelines;

/// <summary>Reads a guideline file. Everything that is wrong with it is reported at once.</summary>
public static class GuidelineReader
{
    /// <summary>Reads one guideline.</summary>
    /// <param name="file">Name for problems.</param>
    /// <param name="text">JSON.</param>
    /// <param name="problems">Gets what is wrong with the file.</param>
    /// <returns>The guideline; null when there is any problem.</returns>
    public static Guideline? Read(string file, string text, out IReadOnlyList<SeedProblem> problems)
    {
        List<SeedProblem> found = [];
        var guideline = SeedNode.Read(file, text, found, Guideline);
        if (found.Count == 0)
        {
            found.AddRange(GuidelineChecks.Of(guideline!).Select(p => new SeedProblem(file, p.Path, p.Message)));
        }

        problems = found;
        return found.Count == 0 ? guideline : null;
    }

    private static Guideline Guideline(SeedNode file) => file.From(node => new Guideline(
        node.Key("fund"),
        node.Number("version", 1, 9999),
        node.Date("validFrom"),
        node.Text("title"),
        node.Part("grant", Grant),
        node.Part("quotes", n => new QuoteRules(n.Sourced("threshold", v => v.Amount("value")), Number(n, "count", 0, 10))),
        node.Part("voting", Voting),
        node.Part("payment", Payment),
        node.Part("deadlines", Deadlines),
        node.Part("files", Files),
        node.List("criteria", n => new Criterion(n.Key("key"), n.Text("label"), n.Text("explanation"), n.Choice<CriterionCheck>("check"), n.Flag("excludes"), n.Text("source"))),
        node.List("goals", Choice),
        node.List("categories", Choice),
        node.List("costCategories", n => new CostCategory(n.Key("key"), n.Text("label"), n.OptionalFlag("isEquipment"), n.Text("source"))),
        node.List("declarations", n => new DeclarationText(n.Key("key"), n.Number("version", 1, 9999), n.Text("text"), n.Flag("required"), n.Text("source"))),
        node.List("reminders", Reminder)));

    private static GrantRules Grant(SeedNode n) => new(
        n.Sourced("softCapGross", v => v.Amount("value")),
        Number(n, "ownSharePercent", 0, 100),
        Flag(n, "oneGrantPerYear"),
        Flag(n, "earlyStart"),
        Flag(n, "smallSumsByManagement"),
        n.Sourced("projectsEndBy", v => v.Date("value")));

    private static VotingRules Voting(SeedNode n) => new(
        n.Sourced("quorum", v => v.Choice<QuorumRule>("value")),
        n.Sourced("majority", v => v.Choice<MajorityRule>("value")),
        n.Sourced("tie", v => v.Choice<TieRule>("value")),
        Flag(n, "circularVote"),
        Number(n, "circularVoteDays", 1, 60));

    private static PaymentRules Payment(SeedNode n) => new(
        n.Sourced("model", v => v.Choice<PaymentModel>("value")),
        Flag(n, "advanceWithReason"),
        Number(n, "advanceUseMonths", 1, 24),
        Flag(n, "onePersonMayCertifyBoth"),
        n.Sourced("lastRequestInYear", v => v.Day("value")));

    private static DeadlineRules Deadlines(SeedNode n) => new(
        Days(n, "submissionDaysBeforeMeeting"),
        Days(n, "clarificationDays"),
        Days(n, "clarificationGraceDays"),
        Days(n, "reviewTargetWorkingDays"),
        Days(n, "noticeTargetWorkingDays"),
        Days(n, "invitationDays"),
        Days(n, "acceptReducedDays"),
        Days(n, "conditionDays"),
        Number(n, "legalRemedyMonths", 1, 12),
        Days(n, "paymentWaitWorkingDays"),
        Number(n, "proofMonthsAfterEnd", 1, 24),
        n.Sourced("proofLatestNextYear", v => v.Day("value")),
        Days(n, "proofCheckDays"),
        Days(n, "proofObjectionDays"),
        Days(n, "reclaimDays"),
        Days(n, "draftDeletionDays"));

    private static FileRules Files(SeedNode n) => new(
        n.Sourced("maxAttachmentBytes", v => v.Long("value", 1, 100L * 1024 * 1024)),
        Number(n, "maxAttachments", 1, 500),
        Number(n, "equipmentYears", 0, 30),
        Number(n, "retentionYears", 1, 100),
        Number(n, "retentionYearsWithoutPayment", 1, 100));

    private static ReminderRule Reminder(SeedNode n) => new(
        n.Key("kind"),
        n.Choice<ReminderFrom>("from"),
        n.Number("offset", -365, 365),
        n.Choice<DayUnit>("unit"),
        n.Choice<ActorRole>("to"),
        n.Key("template"),
        n.OptionalFlag("escalates"),
        n.Text("source"));

    private static Choice Choice(SeedNode n) => new(n.Key("key"), n.Text("label"), n.Text("source"));

    private static Sourced<bool> Flag(SeedNode n, string name) => n.Sourced(name, v => v.Flag("value"));

    private static Sourced<int> Number(SeedNode n, string name, int least, int most) => n.Sourced(name, v => v.Number("value", least, most));

    private static Sourced<int> Days(SeedNode n, string name) => Number(n, name, 0, 365);
}
