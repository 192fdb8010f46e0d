using System.CommandLine;
using KejiDomain.Tables;
using KejiDomain.Tool.Exporting;
using KejiDomain.Tool.Rendering;

namespace KejiDomain.Tool.Commands;

internal sealed class ExportCommand : Command
{
    private const string Summary = """
        Writes data sets as tables and reports (导出表与报告).

        csv: with --out all tables, a file each, and columns.csv that describes them; without it the long table of figures.
        jsonl: one data set a line. markdown: a report for each city. sdmx-csv: the figures with their structure.json, so --out is needed.
        PATH takes *.jsonl too, one data set a line; of a corpus of any length one data set is in memory.
        csv：有 --out 时每表一个文件，另有字段说明 columns.csv，否则只写指标长表；jsonl：每行一个数据集；markdown：每市一份报告；
        sdmx-csv：数据与结构文件，须有 --out。输入也可为 *.jsonl，逐个读取。

        What is not there (缺失), and what is only planned (目标):
          redacted 隐去, lost 丢失, blank 空白, unknown 不明:  csv missing=...;  jsonl "missing": "...";  markdown ［隐去 redacted］;
            sdmx OBS_VALUE #N/A, OBS_STATUS Q (redacted) or O, MISSING_REASON
          absent 未列 (only a claim):  csv missing=absent;  jsonl no measure;  markdown ［未列 absent］;  sdmx empty, O, absent
          target 目标:  csv modality=target, strength=floor|plan|stretch;  jsonl "modality";  markdown and sdmx the modality. A target is no forecast:
            sdmx says it by the dimension MODALITY with status A, and F is for forecasts only.

        Nothing is overwritten without --force, and nothing is left behind where a file cannot be read.
        Exit codes: 0 exported; 1 a file is no valid data set; 2 usage or I/O.
        退出码：0 已导出；1 有文件不是有效的数据集；2 用法或读写错误。
        """;

    private const string Csv = "csv";

    private const string JsonLines = "jsonl";

    private const string Markdown = "markdown";

    private const string Sdmx = "sdmx-csv";

    private readonly Terminal _terminal;

    private readonly Argument<string[]> _paths = PathArgument.Many();

    private readonly Option<string> _format = new Option<string>("--to")
    {
        Description = "The format (格式)",
        HelpName = $"{Csv}|{JsonLines}|{Markdown}|{Sdmx}",
        Required = true,
    }.AcceptOnlyFromAmong(Csv, JsonLines, Markdown, Sdmx);

    private readonly Option<string?> _folder = new("--out") { Description = "The folder for the files, made where it is not there (输出文件夹)", HelpName = "DIR" };

    private readonly Option<bool> _force = new("--force") { Description = "Overwrite files that are there (覆盖已有文件)" };

    private readonly Option<bool> _mark = new("--bom") { Description = "Begin csv files with the byte order mark that Excel needs (加 Excel 所需的字节序标记)" };

    public ExportCommand(Terminal terminal)
        : base("export", Summary)
    {
        _terminal = terminal;
        Add(_paths);
        Add(_format);
        Add(_folder);
        Add(_force);
        Add(_mark);
        Validators.Add(result =>
        {
            if (result.GetValue(_mark) && result.GetValue(_format) is JsonLines or Markdown)
            {
                result.AddError("--bom is for csv only.");
            }

            if (result.GetValue(_folder) is null && (result.GetValue(_force) || result.GetValue(_format) == Sdmx))
            {
                result.AddError("--out DIR is needed.");
            }
        });
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var reading = new Reading(Files.ExpandWithLines(parsed.GetRequiredValue(_paths)), _terminal);
        var format = parsed.GetRequiredValue(_format);
        var options = new CsvOptions { ByteOrderMark = parsed.GetValue(_mark) };
        try
        {
            if (parsed.GetValue(_folder) is not { } path)
            {
                Print(format, reading.Datasets(), options);
                return reading.ExitCode;
            }

            using var folder = new ExportFolder(path, parsed.GetValue(_force));
            Write(format, reading.Datasets(), folder, options);
            if (reading.ExitCode != ExitCodes.Success)
            {
                _terminal.Error($"{path}: nothing written");
                return reading.ExitCode;
            }

            foreach (var name in folder.Commit())
            {
                _terminal.Line($"wrote {name}");
            }

            return ExitCodes.Success;
        }
        catch (InvalidDataException failure)
        {
            throw new CliException(failure.Message, ExitCodes.Negative);
        }
    }

    private void Print(string format, IEnumerable<PolicyDataset> datasets, CsvOptions options)
    {
        using var output = new TextStream(_terminal);
        switch (format)
        {
            case Csv:
                KejiTables.WriteCsv(KejiTables.Get("observations"), datasets, output, options);
                break;
            case JsonLines:
                PolicyCorpus.WriteLines(datasets, output);
                break;
            default:
                KejiTables.WriteMarkdown(datasets, _ => new TextStream(_terminal));
                break;
        }
    }

    private static void Write(string format, IEnumerable<PolicyDataset> datasets, ExportFolder folder, CsvOptions options)
    {
        switch (format)
        {
            case Csv:
                KejiTables.WriteCsv(datasets, folder.Create, options);
                break;
            case JsonLines:
                using (var file = folder.Create("datasets.jsonl"))
                {
                    PolicyCorpus.WriteLines(datasets, file);
                }

                break;
            case Markdown:
                KejiTables.WriteMarkdown(datasets, folder.Append);
                break;
            default:
                KejiTables.WriteSdmx(datasets, folder.Create, options);
                break;
        }
    }

    /// <summary>The data sets of the files, one by one; what is wrong with one is told and stops no other.</summary>
    private sealed class Reading(IReadOnlyList<string> files, Terminal terminal)
    {
        public int ExitCode { get; private set; }

        public IEnumerable<PolicyDataset> Datasets()
        {
            var seen = new Dictionary<DatasetId, string>();
            foreach (var file in files.SelectMany(Read))
            {
                if (TryTake(file) is not { } dataset)
                {
                    continue;
                }

                if (!seen.TryAdd(dataset.Id, file.Path))
                {
                    Fail(new($"{file.Path}: the data set {dataset.Id} is in {seen[dataset.Id]} too", ExitCodes.Negative));
                    continue;
                }

                yield return dataset;
            }
        }

        private IEnumerable<DatasetFile> Read(string path) =>
            Files.IsLines(path) ? Try(() => Files.Open(path)) is { } stream ? Lines(path, stream) : []
            : Try(() => DatasetFile.Read(path, ReadMode.Lenient)) is { } file ? [file]
            : [];

        private static IEnumerable<DatasetFile> Lines(string path, Stream stream)
        {
            using (stream)
            {
                foreach (var result in PolicyCorpus.ReadLines(stream, ReadMode.Lenient))
                {
                    yield return new(path, [], result);
                }
            }
        }

        private PolicyDataset? TryTake(DatasetFile file) => Try(() =>
        {
            var dataset = file.GetDataset(ExitCodes.Negative);
            if (file.Result.IsLossy)
            {
                terminal.Error($"{file.Path}: members that this version does not know are not exported");
            }

            return dataset;
        });

        private T? Try<T>(Func<T> action)
            where T : class
        {
            try
            {
                return action();
            }
            catch (CliException failure)
            {
                Fail(failure);
                return null;
            }
        }

        private void Fail(CliException failure)
        {
            terminal.Error(failure.Message);
            ExitCode = Math.Max(ExitCode, failure.ExitCode);
        }
    }
}
