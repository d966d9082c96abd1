using System.Buffers.Binary;
using FondsWorkflow.App.Hosting;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>Version-7 ids from the demo's clock and a counter: the same in every run, and in the order in which things happened.</summary>
internal sealed class DemoIds(DemoClock clock) : IIdSource
{
    private const int Counter = 8;

    private long _last;

    public Guid New()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, clock.GetUtcNow().ToUnixTimeMilliseconds() << 16);
        bytes[6] = 0x70;
        BinaryPrimitives.WriteInt64BigEndian(bytes[Counter..], Interlocked.Increment(ref _last));
        bytes[Counter] |= 0x80;
        return new Guid(bytes, bigEndian: true);
    }
}
