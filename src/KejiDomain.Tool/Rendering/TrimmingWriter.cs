using System.Text;

namespace KejiDomain.Tool.Rendering;

/// <summary>Writes lines with LF, without the blanks that tables leave at their ends, and none that a build server would obey.</summary>
internal sealed class TrimmingWriter(TextWriter inner, bool isTrimming) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == '\n')
        {
            End();
            inner.Write('\n');
        }
        else
        {
            _line.Append(value);
        }
    }

    public override void Flush()
    {
        End();
        inner.Flush();
    }

    private void End()
    {
        var text = WorkflowCommand.Inert(_line.ToString());
        inner.Write(isTrimming ? text.TrimEnd(' ', '\r') : text.TrimEnd('\r'));
        _line.Clear();
    }
}
