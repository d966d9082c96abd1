using FondsWorkflow.App.Features.Shared.Parts;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Proofs;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>The five steps of a proof, and where what is missing is put right.</summary>
internal static class ProofSteps
{
    public static IReadOnlyList<FormStep> Of(ProofView view, Texts texts) =>
    [
        new(texts["Proofs.StepReport"], Url(view, "/bericht"), view.Report is { Course.Length: > 0, Results.Length: > 0 }),
        new(texts["Proofs.StepReceipts"], Url(view, "/belege"), view.Receipts.Count > 0 && view.Receipts.All(r => r.AttachmentId is not null)),
        new(texts["Proofs.StepMoney"], Url(view, "/einnahmen"), view.Financing.Total.IsPositive),
        new(texts["Proofs.StepAccount"], Url(view, "/konto"), view.HasAccount),
        new(texts["Proofs.StepFile"], Url(view, ""), view.State is ProofState.Submitted or ProofState.Accepted),
    ];

    /// <summary>The page on which a problem is put right.</summary>
    public static string PageOf(ProofView view, RuleProblem problem) => problem.Field switch
    {
        { } field when field.StartsWith("Report", StringComparison.Ordinal) => Url(view, "/bericht"),
        { } field when field.StartsWith("Receipts[", StringComparison.Ordinal) => Url(view, $"/beleg/{view.Receipts[int.Parse(field[9..field.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture)].Id}"),
        "Account" => Url(view, "/konto"),
        _ => Url(view, "/belege"),
    };

    /// <summary>A finding as a question to the group.</summary>
    public static string Question(ProofView view, Finding finding, Texts texts) => finding.ReceiptId is { } id
        ? texts[$"Proofs.Question{finding.Kind}", view.Receipts.First(r => r.Id == id).Number, finding.Amount, view.NoticeOn]
        : texts[$"Proofs.Question{finding.Kind}", view.Positions.First(p => p.Position.Index == finding.CostItemIndex).Position.Label, finding.Amount];

    private static string Url(ProofView view, string page) => $"/antrag/{view.ApplicationId}/nachweis{page}";
}
