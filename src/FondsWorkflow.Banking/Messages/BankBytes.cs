using System.Text;

namespace FondsWorkflow.Banking;

/// <summary>
/// Passes on a stream up to a limit and remembers its beginning, so that a refusal can say what was wrong: the reader's
/// exceptions are only told apart by sentences that change with versions.
/// </summary>
internal sealed class BankBytes(Stream inner, long limit) : Stream
{
    private readonly StringBuilder _beginning = new();

    private long _passed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _passed; set => throw new NotSupportedException(); }

    internal bool AreTooMany => _passed > limit;

    /// <summary>In any encoding that writes ASCII as one byte, or as one byte among zeros.</summary>
    internal bool DeclareDocumentType => _beginning.ToString().Contains("<!DOCTYPE", StringComparison.Ordinal);

    /// <summary>Beyond the limit the stream ends.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (AreTooMany) return 0;
        var read = inner.Read(buffer, offset, count);
        _passed += read;
        if (_beginning.Length < 4096) _beginning.Append(Encoding.Latin1.GetString(buffer, offset, read).Replace("\0", "", StringComparison.Ordinal));
        return AreTooMany ? 0 : read;
    }

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
