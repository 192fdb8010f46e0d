using System.Globalization;
using Spectre.Console;

namespace KejiDomain.Tool.Rendering;

/// <summary>Where a command writes: plain lines, one-line errors, and a console for pictures.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, CliHost host)
{
    public const int MinWidth = 40;

    public const int MaxWidth = 1000;

    public TextWriter Output => output;

    public TextWriter Errors => error;

    public CliHost Host => host;

    /// <summary>Whether lines and trees are drawn with letters that every file and pager takes.</summary>
    public bool IsPlain => !host.IsTerminal;

    public bool HasColour => host.IsTerminal && string.IsNullOrEmpty(host.Variable("NO_COLOR")) && host.Variable("TERM") != "dumb";

    /// <summary>The one function that foreign text passes on its way to the terminal: controls, ESC and bidirectional marks become escapes.</summary>
    public static string Safe(string text) => TextSafety.Escape(text);

    public void Line(string text) => output.Write(WorkflowCommand.Inert(Safe(text)) + "\n");

    /// <summary>Data for a file or a pipe, every letter as it is; a terminal gets lines.</summary>
    public void Data(ReadOnlySpan<char> text) => output.Write(text);

    public void Error(string text) => error.Write(WorkflowCommand.Inert($"keji: {Safe(text)}") + "\n");

    /// <summary>Writes what a function of its own format has made safe: JSON, SARIF, workflow commands.</summary>
    public void Document(string text) => output.Write(text);

    /// <summary>A console of a width in cells; dispose it to flush what it has written.</summary>
    public Canvas Open(int? width = null)
    {
        var lines = new TrimmingWriter(output, isTrimming: !HasColour);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = HasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(lines),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Math.Clamp(width ?? Columns() ?? host.Width, MinWidth, MaxWidth);
        console.Profile.Capabilities.Unicode = !IsPlain;
        return new(console, lines);
    }

    private int? Columns() =>
        !host.IsTerminal && int.TryParse(host.Variable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns : null;

    internal readonly struct Canvas(IAnsiConsole console, TrimmingWriter lines) : IDisposable
    {
        public IAnsiConsole Console => console;

        public void Dispose() => lines.Flush();
    }
}
