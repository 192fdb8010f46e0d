using System.CommandLine;
using System.Globalization;
using KejiDomain.Tool.Rendering;
using Spectre.Console;

namespace KejiDomain.Tool.Commands;

internal sealed class DiffCommand : Command
{
    private const string Summary = """
        Compares two data sets by identifier and key, not by line (按标识比较两个数据集).

        Things are matched by id, appointments by person and title, series and observations by their keys, outline nodes along the text; evidence counts as a set.
        Exit codes: 0 equal; 1 different; 2 usage or I/O, or a file that cannot be read as a data set.
        退出码：0 相同；1 有差异；2 用法或读写错误，或文件不是有效的数据集。
        """;

    private readonly Terminal _terminal;

    private readonly Argument<string> _before = PathArgument.One("A", "The first data set (数据集甲)");

    private readonly Argument<string> _after = PathArgument.One("B", "The second data set (数据集乙)");

    private readonly Option<bool> _full = new("--full") { Description = "Print long values whole (完整显示长值)" };

    public DiffCommand(Terminal terminal)
        : base("diff", Summary)
    {
        _terminal = terminal;
        Add(_before);
        Add(_after);
        Add(_full);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var before = DatasetFile.Read(parsed.GetRequiredValue(_before), ReadMode.Strict).GetDataset(ExitCodes.Trouble);
        var after = DatasetFile.Read(parsed.GetRequiredValue(_after), ReadMode.Strict).GetDataset(ExitCodes.Trouble);
        var differences = DatasetDiff.Compare(before, after);
        if (differences.IsEmpty)
        {
            return ExitCodes.Success;
        }

        using var canvas = _terminal.Open();
        var picture = new DiffPicture(canvas.Console, _terminal.IsPlain, parsed.GetValue(_full));
        picture.Write(differences);
        return ExitCodes.Negative;
    }

    private sealed class DiffPicture(IAnsiConsole console, bool isPlain, bool isFull)
    {
        private const int PlainLength = 200;

        public void Write(ValueList<DatasetDifference> differences)
        {
            var group = string.Empty;
            foreach (var difference in differences)
            {
                var (place, rest) = Split(difference.Path);
                if (place != group)
                {
                    group = place;
                    Line(new Words(place, Palette.Strong));
                }

                Write(difference, rest.Length == 0 ? "(whole)" : rest);
            }

            int Count(DifferenceKind kind) => differences.Count(d => d.Kind == kind);
            Line(new Words(string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(DifferenceKind.Changed)} changed, {Count(DifferenceKind.Removed)} only in A, {Count(DifferenceKind.Added)} only in B")));
        }

        private void Write(DatasetDifference difference, string path)
        {
            var (sign, style) = difference.Kind switch
            {
                DifferenceKind.Added => ("+", Palette.Added),
                DifferenceKind.Removed => ("-", Palette.Removed),
                _ => ("~", Palette.Changed),
            };
            if (difference.Kind == DifferenceKind.Changed)
            {
                Line(new Words($"  {sign} {path}", style, indent: 6));
                Line(new Words("      - ").Add(Short(difference.Before!), Palette.Removed));
                Line(new Words("      + ").Add(Short(difference.After!), Palette.Added));
            }
            else
            {
                Line(new Words($"  {sign} {path}  ", style).Add(Short(difference.Before ?? difference.After!)));
            }
        }

        private void Line(Words words)
        {
            // A pipe is for grep: one line each, however long.
            console.Write(isPlain ? words.OnOneLine() : words);
            console.WriteLine();
        }

        private string Short(string json)
        {
            var length = isPlain ? PlainLength : Math.Max(PlainLength, 2 * console.Profile.Width);
            return isFull || json.Length <= length ? json : json[..(char.IsHighSurrogate(json[length - 1]) ? length - 1 : length)] + "…";
        }

        // The thing that differs, and where in it.
        private static (string Thing, string Inside) Split(string path)
        {
            var end = path.IndexOf("].", StringComparison.Ordinal);
            return end < 0 ? (path, string.Empty) : (path[..(end + 1)], path[(end + 2)..]);
        }
    }
}
