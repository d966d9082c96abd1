using System.Globalization;
using FondsWorkflow.App.Data;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Everything that stands in the database, as text: equal when nothing has changed.</summary>
internal static class DatabaseText
{
    public static async Task<string> DumpAsync(this FondsApp app) => await app.Read(async db =>
    {
        await db.Database.OpenConnectionAsync();
        List<string> lines = [];
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            lines.AddRange((await Rows(db, table)).Order(StringComparer.Ordinal));
        }

        return string.Join('\n', lines);
    });

    private static async Task<List<string>> Rows(FondsDb db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add($"{table}: {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={Text(reader.GetValue(i))}"))}");
        }

        return rows;
    }

    private static string? Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
