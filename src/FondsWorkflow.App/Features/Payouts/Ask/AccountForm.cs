using System.ComponentModel.DataAnnotations;

namespace FondsWorkflow.App.Features.Payouts.Ask;

/// <summary>Where the money goes.</summary>
internal class AccountForm
{
    [StringLength(70)]
    public string Holder { get; set; } = "";

    [StringLength(60)]
    public string Iban { get; set; } = "";

    [StringLength(1000)]
    public string? OtherHolderReason { get; set; }
}
