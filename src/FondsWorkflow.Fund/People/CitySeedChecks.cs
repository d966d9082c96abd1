using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.People;

/// <summary>What files that can be read may still get wrong together.</summary>
internal static class CitySeedChecks
{
    public static IEnumerable<SeedProblem> Of(CitySeed seed) =>
    [
        .. Channel(seed.City.Payments, seed.Bookkeeping),
        .. Unique("quarters.json", seed.City.Quarters.Select(q => q.Key)),
        .. Unique("offices.json", seed.City.Offices.Select(o => o.Key)),
        .. Unique("bodies.json", seed.City.Bodies.Select(b => b.Key)),
        .. Unique("circles.json", seed.City.Circles.Select(c => c.Key)),
        .. Unique("accounts.json", seed.City.Accounts.Select(a => a.UserId)),
        .. Unique("funds/", seed.Funds.Select(f => f.Key)),
        .. Unique("funds/", seed.Funds.Select(f => f.NumberPrefix)),
        .. seed.City.Quarters.SelectMany(q => Known("quarters.json", "office", q.OfficeKey, seed.City.Offices.Select(o => o.Key))),
        .. seed.City.Bodies.Where(b => b.QuarterKey is not null).SelectMany(b => Known("bodies.json", "quarter", b.QuarterKey!, Quarters(seed))),
        .. seed.City.Accounts.SelectMany(a => Of(a, seed)),
        .. seed.City.Circles.SelectMany(c => Of(c, seed)),
        .. seed.Funds.SelectMany(f => Of(f, seed)),
        .. seed.Guidelines.SelectMany(g => Known($"guidelines/{g.FundKey}", "fund", g.FundKey, seed.Funds.Select(f => f.Key))),
    ];

    /// <summary>A file with accounts and amounts for a program is an order to pay: beside the bank's file there must be none.</summary>
    private static IEnumerable<SeedProblem> Channel(CityPayments payments, ExportProfile profile)
    {
        var isPayable = profile.Audience == ExportAudience.Machine
            && profile.Each.Any(c => c.Field is nameof(PayoutRecord.Iban) || c.Template?.Contains($"{{{nameof(PayoutRecord.Iban)}}}", StringComparison.Ordinal) == true);
        return [
            .. When(payments.Channel.Value == PaymentChannel.BankFile && isPayable, "city.json", "payments.bookkeeping", FundTexts.Of("PaysTwice", profile.Name)),
            .. When(payments.Channel.Value == PaymentChannel.FinanceSystem && !isPayable, "city.json", "payments.bookkeeping", FundTexts.Of("PaysNothing", profile.Name)),
        ];
    }

    private static IEnumerable<SeedProblem> Of(RoleAccount account, CitySeed seed)
    {
        var isBound = account.Role is ActorRole.Management or ActorRole.CircleMember;
        return [
            .. account.Quarters.SelectMany(q => Known("accounts.json", account.UserId, q, Quarters(seed))),
            .. When(isBound != account.Quarters.Count > 0, "accounts.json", account.UserId,
                FundTexts.Of(isBound ? "RoleNeedsQuarter" : "RoleHasNoQuarter")),
            .. When(account.Role is ActorRole.Applicant or ActorRole.System, "accounts.json", account.UserId, FundTexts.Of("RoleHasNoAccount")),
            .. When(FieldChecks.Email("userId", account.UserId, required: true).Any() || !string.Equals(account.UserId, account.UserId.ToLowerInvariant(), StringComparison.Ordinal),
                "accounts.json", account.UserId, FundTexts.Of("UserIdIsMail")),
        ];
    }

    private static IEnumerable<SeedProblem> Of(SteeringCircle circle, CitySeed seed) =>
    [
        .. Known("circles.json", circle.Key, circle.QuarterKey, Quarters(seed)),
        .. Unique("circles.json", circle.Members.Select(m => m.UserId)),
        .. When(circle.VotingSeats == 0, "circles.json", circle.Key, FundTexts.Of("NoVotingSeat")),
        .. When(circle.Members.Count(m => m.Chair) != 1, "circles.json", circle.Key, FundTexts.Of("OneChair")),
        .. circle.Members.Where(m => !IsMember(m.UserId, circle, seed)).Select(m =>
            new SeedProblem("circles.json", m.UserId, FundTexts.Of("MemberHasNoAccount"))),
        .. circle.Members.Where(m => m.DeputyOf is not null && circle.Member(m.DeputyOf) is not { DeputyOf: null }).Select(m =>
            new SeedProblem("circles.json", m.UserId, FundTexts.Of("DeputyOfNobody", m.DeputyOf!))),
    ];

    private static IEnumerable<SeedProblem> Of(FundDefinition fund, CitySeed seed)
    {
        var file = $"funds/{fund.Key}";
        var circle = seed.City.Circles.FirstOrDefault(c => string.Equals(c.Key, fund.CircleKey, StringComparison.Ordinal));
        var versions = seed.Guidelines.Where(g => string.Equals(g.FundKey, fund.Key, StringComparison.Ordinal)).OrderBy(g => g.Version).ToList();
        return [
            .. Known(file, "quarter", fund.QuarterKey, Quarters(seed)),
            .. Known(file, "circle", fund.CircleKey, seed.City.Circles.Select(c => c.Key)),
            .. Known(file, "office", fund.OfficeKey, seed.City.Offices.Select(o => o.Key)),
            .. When(circle is not null && !string.Equals(circle.QuarterKey, fund.QuarterKey, StringComparison.Ordinal), file, "circle", FundTexts.Of("CircleOfOtherQuarter")),
            .. When(ApplicationNumber.TryParse($"{fund.NumberPrefix}-2026-0001")?.Prefix != fund.NumberPrefix, file, "numberPrefix", FundTexts.Of("PrefixExpected")),
            .. When(fund.Budgets.Count == 0, file, "budgets", FundTexts.Of("NoBudget")),
            .. When(fund.Budgets.DistinctBy(b => b.Year).Count() != fund.Budgets.Count, file, "budgets", FundTexts.Of("YearTwice")),
            .. When(versions.Count == 0, file, "key", FundTexts.Of("NoGuideline")),
            .. When(!versions.Select(g => g.Version).SequenceEqual(Enumerable.Range(1, versions.Count)), file, "key", FundTexts.Of("VersionsCount")),
            .. When(versions.Zip(versions.Skip(1)).Any(p => p.Second.ValidFrom <= p.First.ValidFrom), file, "key", FundTexts.Of("VersionsFollow")),
            .. When(fund.Type.Value == FundType.Centres && versions.Exists(g => g.Grant.OwnSharePercent.Value < 50), file, "type.value", FundTexts.Of("CentresOwnShare")),
        ];
    }

    private static bool IsMember(string userId, SteeringCircle circle, CitySeed seed) => seed.City.Accounts.Any(a =>
        a.Role == ActorRole.CircleMember && a.Quarters.Contains(circle.QuarterKey, StringComparer.Ordinal) && string.Equals(a.UserId, userId, StringComparison.Ordinal));

    private static IEnumerable<string> Quarters(CitySeed seed) => seed.City.Quarters.Select(q => q.Key);

    private static IEnumerable<SeedProblem> Unique(string file, IEnumerable<string> keys) => keys
        .GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1)
        .Select(g => new SeedProblem(file, g.Key, FundTexts.Of("Twice")));

    private static IEnumerable<SeedProblem> Known(string file, string path, string key, IEnumerable<string> known)
        => When(!known.Contains(key, StringComparer.Ordinal), file, path, FundTexts.Of("NotThere", key));

    private static IEnumerable<SeedProblem> When(bool wrong, string file, string path, string message)
        => wrong ? [new SeedProblem(file, path, message)] : [];
}
