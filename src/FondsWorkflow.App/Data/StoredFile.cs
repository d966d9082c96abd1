namespace FondsWorkflow.App.Data;

/// <summary>Bytes that belong to the fund: attachments, receipts, letters, payment files. In the database, so one backup holds everything.</summary>
internal sealed class StoredFile
{
    public required Guid Id { get; init; }

    /// <summary>The application it belongs to; null for files of a batch.</summary>
    public Guid? ApplicationId { get; init; }

    /// <summary>The batch of payments it belongs to.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>The notice it is the letter of. A notice has at most one letter of each content type.</summary>
    public Guid? NoticeId { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public required long Size { get; init; }

    /// <summary>SHA-256, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}
