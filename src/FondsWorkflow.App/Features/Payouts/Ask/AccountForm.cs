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

/// <summary>Where the money goes, when another account may have been named before.</summary>
internal sealed class KnownAccountForm : AccountForm
{
    public int? Version { get; set; }
}
