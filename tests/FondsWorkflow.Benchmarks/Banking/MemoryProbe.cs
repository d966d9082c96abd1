namespace FondsWorkflow.Benchmarks.Banking;

/// <summary>Throws bytes away and looks at the live memory after every 256 KiB.</summary>
internal sealed class MemoryProbe : Stream
{
    private const int Step = 256 * 1024;

    private long _next = Step;
    private long _length;

    public long Peak { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count)
    {
        _length += count;
        if (_length < _next) return;
        _next = _length + Step;
        Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: true));
    }

    public override void Flush()
    {
        // Nothing is kept.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
