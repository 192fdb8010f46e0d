using System.Text;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tool.Exporting;

/// <summary>Bytes of UTF-8 on their way to the output; a terminal gets them escaped, a file or a pipe as they are.</summary>
internal sealed class TextStream(Terminal terminal) : Stream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    private readonly StringBuilder _line = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var letters = new char[Encoding.UTF8.GetMaxCharCount(buffer.Length)];
        var text = letters.AsSpan(0, _decoder.GetChars(buffer, letters, flush: false));
        if (!terminal.Host.IsTerminal)
        {
            terminal.Data(text);
            return;
        }

        int end;
        while ((end = text.IndexOf('\n')) >= 0)
        {
            _line.Append(text[..end]);
            terminal.Line(_line.ToString());
            _line.Clear();
            text = text[(end + 1)..];
        }

        _line.Append(text);
    }

    public override void Flush() => terminal.Output.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _line.Length > 0)
        {
            terminal.Line(_line.ToString());
            _line.Clear();
        }

        base.Dispose(disposing);
    }
}
