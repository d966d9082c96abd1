namespace FondsWorkflow.Fund.Applications;

/// <summary>An attachment; its bytes lie elsewhere.</summary>
/// <param name="Id">Id of the stored bytes.</param>
/// <param name="FileName">Name the applicant gave it, cleaned.</param>
/// <param name="ContentType">Found from the content, not from the name.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex of the bytes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="AddedAt">When (UTC).</param>
/// <param name="CostIndex">For quotes: index of the cost item.</param>
public sealed record AttachmentRef(
    Guid Id, string FileName, string ContentType, long Size, string Sha256, AttachmentKind Kind, DateTimeOffset AddedAt, int? CostIndex = null);

/// <summary>Kinds of attachments.</summary>
public enum AttachmentKind
{
    /// <summary>Anderes.</summary>
    Other,

    /// <summary>Angebot.</summary>
    Quote,

    /// <summary>Skizze oder Lageplan.</summary>
    Sketch,

    /// <summary>Registerauszug.</summary>
    RegisterExtract,

    /// <summary>Absichtserklärung.</summary>
    LetterOfIntent,

    /// <summary>Genehmigung oder Einverständnis.</summary>
    Permit,

    /// <summary>Beleg (proof of use, after the grant).</summary>
    Receipt,

    /// <summary>Foto (proof of use, after the grant).</summary>
    Photo,
}
