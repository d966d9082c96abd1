namespace FondsWorkflow.App.Messages;

/// <summary>A mail that must go out; written in the transaction that caused it, sent later, once.</summary>
internal sealed class OutboxMessage
{
    private const string SecretPrefix = "sign-in:";

    public required Guid Id { get; init; }

    /// <summary>Unique: what this mail is about (for example <c>reminder:…</c>); writing it a second time is refused by the database.</summary>
    public required string Key { get; init; }

    public Guid? ApplicationId { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text; empty once a mail with a link that lets somebody in has left.</summary>
    public required string Body { get; set; }

    /// <summary>Whether it holds a link that lets its reader in.</summary>
    public bool IsSecret => Key.StartsWith(SecretPrefix, StringComparison.Ordinal);

    /// <summary>A stored file to attach, for example the notice.</summary>
    public Guid? AttachmentId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before; null once it was sent or given up, so the index holds only what is due.</summary>
    public required DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>The key of a mail with a link that lets its reader in.</summary>
    public static string SecretKey(Guid id) => SecretPrefix + id;
}
