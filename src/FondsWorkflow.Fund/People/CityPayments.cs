using System.Globalization;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.People;

/// <summary>How a city pays: its account, what its bank expects, and which file its bookkeeping reads. Data, because every city has its own.</summary>
/// <param name="Channel">Which of the two files pays. There is never a second one, or everything would be paid twice.</param>
/// <param name="Holder">Holder of the account, at most 70 characters.</param>
/// <param name="Iban">The account money is paid from, and paid back to.</param>
/// <param name="Address">The city's, in parts: the bank demands it as soon as one payment leaves the European Economic Area.</param>
/// <param name="Bic">Only when the bank asks for it.</param>
/// <param name="CutOff">Until when (German time) the bank still executes a file on the same day.</param>
/// <param name="Verification">Whether the bank compares names and accounts. A file of one payment is always verified.</param>
/// <param name="Characters">Whether the bank takes umlauts.</param>
/// <param name="BatchBooking">Whether the statement shows one line per batch (true) or per payment (false).</param>
/// <param name="MostPayments">Most payments that the bank takes in one file, at least 3; null when it does not care. A larger batch becomes several.</param>
/// <param name="Bookkeeping">Name of the bookkeeping profile: one of <see cref="ExportProfiles.Shipped"/>, or a file <c>exports/NAME.json</c> of the city.</param>
/// <param name="Settings">What the profile demands beyond the payouts, for example DATEV's <c>Consultant</c> and <c>Client</c>.</param>
public sealed record CityPayments(
    Sourced<PaymentChannel> Channel,
    Sourced<string> Holder,
    Sourced<Iban> Iban,
    Sourced<PostalAddress> Address,
    Sourced<Bic>? Bic,
    Sourced<TimeOnly> CutOff,
    Sourced<VerificationOfPayee> Verification,
    Sourced<SepaProfile> Characters,
    Sourced<bool> BatchBooking,
    Sourced<int>? MostPayments,
    Sourced<string> Bookkeeping,
    IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The setting that no city has to renew every year.</summary>
    private const string FiscalYearStart = "FiscalYearStart";

    /// <summary>The <see cref="Settings"/> for what is booked on a day: the books' year begins on 1 January of its year where they name no other day.</summary>
    public IReadOnlyDictionary<string, string> SettingsOn(DateOnly day) => Settings.ContainsKey(FiscalYearStart)
        ? Settings
        : new Dictionary<string, string>(Settings, StringComparer.Ordinal) { [FiscalYearStart] = string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}0101") };
}
