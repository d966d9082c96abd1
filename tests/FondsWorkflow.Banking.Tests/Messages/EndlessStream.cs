using System.Text;

namespace FondsWorkflow.Banking.Tests.Messages;

/// <summary>A stream that begins like a document and never ends.</summary>
internal sealed class EndlessStream(string start, string again) : Stream
{
    private readonly byte[] _again = Encoding.ASCII.GetBytes(again);
    private byte[] _current = Encoding.ASCII.GetBytes(start);
    private int _place;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        for (var i = 0; i < count; i++) buffer[offset + i] = Next();
        return count;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte Next()
    {
        if (_place == _current.Length) (_current, _place) = (_again, 0);
        return _current[_place++];
    }
}
