using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Testing;

/// <summary>Ids that count: 00000000-0000-0000-0000-000000000001 and so on, the same in every run of a test.</summary>
/// <param name="before">The number before the first one.</param>
public sealed class CountingIds(long before = 0) : IIdSource
{
    private long _next = before;

    /// <inheritdoc/>
    public Guid Next() => Number(++_next);

    /// <summary>The id that stands for a number.</summary>
    public static Guid Number(long number)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes[8..], number);
        return new Guid(bytes, bigEndian: true);
    }
}
