namespace FondsWorkflow.Benchmarks.Banking;

/// <summary>Throws bytes away and looks at the managed memory again and again: after a collection (what is live), or as it is (with garbage).</summary>
internal sealed class MemoryProbe(bool collect) : Stream
{
    private readonly int _step = collect ? 256 * 1024 : 16 * 1024;

    private long _next;
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
        _next = _length + _step;
        Peak = Math.Max(Peak, GC.GetTotalMemory(forceFullCollection: collect));
    }

    public override void Flush()
    {
        // Nothing is kept.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
