using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Data;

/// <summary>The last number given out under a name (for example <c>BAU-2026</c>).</summary>
internal sealed class NumberRange
{
    public required string Name { get; init; }

    public required long Last { get; set; }
}

/// <summary>Human numbers come from the database, gapless per range, never from a clock.</summary>
internal static class NumberRanges
{
    public static async Task<long> NextNumberAsync(this FondsDb db, string name, CancellationToken cancellationToken)
    {
        await db.LockNameAsync(string.Create(CultureInfo.InvariantCulture, $"number:{name}"), cancellationToken);
        var range = db.NumberRanges.Local.FirstOrDefault(r => r.Name == name) ?? await db.NumberRanges.SingleOrDefaultAsync(r => r.Name == name, cancellationToken);
        if (range is null)
        {
            range = new NumberRange { Name = name, Last = 0 };
            db.NumberRanges.Add(range);
        }

        return ++range.Last;
    }
}
