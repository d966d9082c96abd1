using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace FondsWorkflow.App.Commands;

/// <summary>JSON of commands: whole for the content hash, without secrets for the audit log.</summary>
internal static class CommandJson
{
    private const int MaxAuditLength = 4000;

    private static readonly JsonSerializerOptions Whole = new(JsonSerializerDefaults.Web);

    private static readonly JsonSerializerOptions Audited = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutSecrets } },
    };

    public static string Hash(object command)
        => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Whole)));

    public static string ForAudit(object command)
    {
        var text = JsonSerializer.Serialize(command, command.GetType(), Audited);
        return text.Length <= MaxAuditLength ? text : string.Concat(text.AsSpan(0, MaxAuditLength), "…");
    }

    public static string Answer<T>(T answer) => JsonSerializer.Serialize(answer, Whole);

    public static T ReadAnswer<T>(string json) => JsonSerializer.Deserialize<T>(json, Whole)!;

    private static void LeaveOutSecrets(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.PropertyType == typeof(byte[]) || property.AttributeProvider?.IsDefined(typeof(NotAuditedAttribute), inherit: true) == true)
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}
