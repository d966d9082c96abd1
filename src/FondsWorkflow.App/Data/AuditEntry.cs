using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FondsWorkflow.App.Data;

/// <summary>Who did what, when and why; each entry carries the hash of the one before, so a changed byte is found.</summary>
internal sealed class AuditEntry
{
    /// <summary>1, 2, 3, … without a gap.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string ActorRole { get; init; }

    /// <summary>The command's name.</summary>
    public required string Command { get; init; }

    public required Guid? Subject { get; init; }

    public required string? Reason { get; init; }

    /// <summary>The command as JSON, without secrets and file contents.</summary>
    public required string Details { get; init; }

    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 over every field above, hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public static string Genesis { get; } = new('0', 64);

    public AuditEntry Seal()
    {
        Hash = ComputeHash();
        return this;
    }

    /// <summary>What the hash must be; fields are length-prefixed, so no two different entries read the same.</summary>
    public string ComputeHash()
    {
        var text = new StringBuilder();
        foreach (var field in Fields())
        {
            text.Append(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:").Append(field).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private IEnumerable<string?> Fields() =>
    [
        Sequence.ToString(CultureInfo.InvariantCulture),
        At.UtcTicks.ToString(CultureInfo.InvariantCulture),
        ActorId, ActorName, ActorRole, Command, Subject?.ToString("D"), Reason, Details, PreviousHash,
    ];
}
