using System.Buffers;
using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Properties.Json;

/// <summary>What the library makes of one document; anything that contradicts itself throws.</summary>
internal sealed record Outcome(bool IsStrictlyValid, bool IsLenientlyValid, IReadOnlyCollection<string> Codes)
{
    public static Outcome Of(byte[] utf8, ReadLimits limits)
    {
        var strict = KejiJson.Read(utf8, ReadMode.Strict, limits);
        var lenient = KejiJson.Read(utf8, ReadMode.Lenient, limits);
        Coherent(strict, limits);
        Coherent(lenient, limits);
        if (strict.Value is { } value)
        {
            Assert.True(lenient.IsSuccess, "strictly valid, but not leniently");
            Assert.Equal(value, lenient.Value);
            Assert.False(strict.IsLossy || lenient.IsLossy);
        }

        Agree(utf8, limits);
        var codes = strict.Report.Issues.Concat(lenient.Report.Issues).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);
        Check(utf8, limits, strict, codes);
        if (lenient.Value is { } read)
        {
            Written(read);
        }

        if (strict.Partial is { } partial)
        {
            Same(Validator.Validate(partial), Validator.Validate(partial));
            _ = Validator.Derive(partial);
        }

        return new(strict.IsSuccess, lenient.IsSuccess, codes);
    }

    private static void Coherent(ReadResult result, ReadLimits limits)
    {
        Assert.True(result.IsSuccess == result.Report.IsValid, $"valid without a value: {result.Report}");
        Assert.True(result.IsSuccess || result.Report.ErrorCount > 0, "neither a value nor an error");
        Assert.True(result.Report.Issues.Count <= limits.Issues + 1, "more issues than are to be listed");
        foreach (var issue in result.Report.Issues)
        {
            Assert.True(issue.Line >= 1 && issue.Column >= 1, $"no place: {issue}");
        }

        Readable(result.Report);
    }

    private static void Readable(ValidationReport report)
    {
        foreach (var issue in report.Issues)
        {
            Assert.StartsWith("$", issue.Path, StringComparison.Ordinal);
            Assert.DoesNotContain(issue.Path + issue.Message + issue.MessageZh, char.IsControl);
            Assert.DoesNotContain('\u202e', issue.Path + issue.Message + issue.MessageZh);
        }
    }

    private static void Agree(byte[] utf8, ReadLimits limits)
    {
        var typed = KejiJson.TryReadTyped(utf8, limits);
        var diagnosed = DiagnosingReader.Read(utf8, ReadMode.Strict, limits);
        Assert.DoesNotContain(diagnosed.Report.Issues, i => i.Code == IssueCodes.ReaderDisagreement);
        if (typed is null || KejiJson.IsCurrent(typed.FormatVersion))
        {
            // What is only warned of, a byte order mark, the typed reader need not take, nor a name written with escapes.
            Assert.True(typed is not null == diagnosed.IsSuccess || (typed is null && (diagnosed.Report.WarningCount > 0 || utf8.AsSpan().Contains((byte)'\\'))), $"typed {(typed is null ? "refuses" : "accepts")}, diagnosing says {diagnosed.Report}");
        }

        if (diagnosed.IsSuccess && typed is not null)
        {
            Assert.Equal(typed, diagnosed.Value);
        }
    }

    private static void Check(byte[] utf8, ReadLimits limits, ReadResult strict, HashSet<string> codes)
    {
        var first = Validator.Check(utf8, limits: limits);
        Readable(first.Report);
        Assert.True(strict.IsSuccess || !first.IsSuccess, "invalid to read, but valid to check");
        Assert.True(first.Report.Issues.Count <= limits.Issues + 1, "more issues than are to be listed");
        codes.UnionWith(first.Report.Issues.Select(i => i.Code));
    }

    private static void Same(ValidationReport one, ValidationReport other) => Assert.True(one.Issues == other.Issues, "two validations differ");

    private static void Written(PolicyDataset dataset)
    {
        var buffer = new ArrayBufferWriter<byte>();
        KejiJson.Write(dataset, buffer);
        var back = KejiJson.Read(buffer.WrittenSpan, limits: new() { Depth = 500 });
        Assert.True(back.IsSuccess, $"cannot be read back: {back.Report}");
        Assert.Equal(dataset, back.Value);
        var again = new ArrayBufferWriter<byte>();
        KejiJson.Write(back.Value, again);
        Assert.True(buffer.WrittenSpan.SequenceEqual(again.WrittenSpan), "written twice, two texts");
        Assert.True(DatasetDiff.Compare(dataset, back.Value).IsEmpty, "different from itself");
    }
}
