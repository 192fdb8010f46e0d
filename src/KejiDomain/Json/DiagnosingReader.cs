using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KejiDomain.Json;

/// <summary>
/// Reads a document that the typed reader refused: reports every problem with its place, and gives as much of the data set as the problems leave.
/// </summary>
/// <remarks>
/// It follows the same contract as the typed reader; a test holds that both agree on what is valid. What can be kept is copied, and the typed reader reads the copy:
/// a tree of a hostile document would take thirty times its size.
/// </remarks>
internal ref struct DiagnosingReader
{
    private readonly ReadOnlySpan<byte> _utf8;

    private readonly ReadMode _mode;

    private readonly ReadLimits _limits;

    private readonly List<(Issue Issue, int Offset)> _issues = [];

    private readonly DroppedParts _dropped = new();

    // What is kept of the document; it is never longer.
    private readonly byte[] _kept;

    private int _length;

    // The last text that was read.
    private string _text = string.Empty;

    private Utf8JsonReader _reader;

    private int _further;

    private Severity _furtherSeverity;

    private DiagnosingReader(ReadOnlySpan<byte> utf8, ReadMode mode, ReadLimits limits)
    {
        _utf8 = utf8;
        _mode = mode;
        _limits = limits;
        _kept = GC.AllocateUninitializedArray<byte>(utf8.Length);

        // Not the final block: what ends too early is then told apart from what is wrong.
        _reader = new(utf8, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = Depth + 1 }));
    }

    private readonly int Depth => Math.Clamp(_limits.Depth, 1, ReadLimits.DefaultDepth);

    public static ReadResult Read(ReadOnlySpan<byte> utf8, ReadMode mode, ReadLimits limits)
    {
        var marked = utf8.StartsWith("\uFEFF"u8);
        var reader = new DiagnosingReader(marked ? utf8[3..] : utf8, mode, limits);
        if (marked)
        {
            reader.Add(0, "$", IssueCodes.ByteOrderMark);
        }

        return reader.Read();
    }

    private ReadResult Read()
    {
        PolicyDataset? dataset = null;
        if (NewerVersion() is var (version, offset))
        {
            Add(offset, "$.formatVersion", IssueCodes.UnsupportedVersion, version, PolicyDataset.CurrentVersion.ToString());
        }
        else if (ReadRoot())
        {
            dataset = Typed();
        }

        if (_further > 0)
        {
            _issues.Add((Issue.Of(IssueCodes.FurtherIssues, "$", _further) with { Severity = _furtherSeverity }, _utf8.Length));
            _dropped.Further = _further;
            _dropped.FurtherSeverity = _furtherSeverity;
        }

        var issues = JsonLocator.Place(_issues, _utf8);
        return new(dataset, new(issues), _mode, _dropped);
    }

    private bool ReadRoot()
    {
        try
        {
            Next();
            var ok = Value(new JsonShape.Record(typeof(PolicyDataset)), "$");
            while (_reader.Read())
            {
                // Anything but blanks after the root throws.
            }

            return ok;
        }
        catch (EndOfTextException)
        {
            Add(_utf8.Length, "$", IssueCodes.Truncated);
        }
        catch (TooDeepException)
        {
            Add("$", IssueCodes.TooDeep, Depth);
        }
        catch (JsonException failure)
        {
            var offset = SyntaxOffset(failure);
            Add(offset, "$", InvalidUtf8At(offset) ? IssueCodes.InvalidUtf8 : IssueCodes.NotJson, Words(failure));
        }

        return false;
    }

    // Runs over the whole value at the reader, which ends on its last token, and keeps what can be kept of it; where it cannot be kept, the caller takes it back.
    private bool Value(JsonShape shape, string path)
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            Add(path, IssueCodes.NullValue);
            return false;
        }

        switch (shape)
        {
            case JsonShape.OneOf choices:
                return Choice(choices, path);
            case JsonShape.Record record:
                return Expect(JsonTokenType.StartObject, "object", "对象", path) && Record(JsonContract.Of(record.Type), path);
            case JsonShape.List list:
                return Expect(JsonTokenType.StartArray, "list", "列表", path) && List(list, path);
            case JsonShape.Map map:
                return Expect(JsonTokenType.StartObject, "object", "对象", path) && Map(map, path);
            case JsonShape.Text text:
                return Expect(JsonTokenType.String, "text", "文本", path) && Text(text, path);
            case JsonShape.Literal literal:
                return Expect(JsonTokenType.String, "text", "文本", path) && Literal(literal, path);
            case JsonShape.Number:
                return Expect(JsonTokenType.Number, "number", "数字", path) && Number(path);
            case JsonShape.Integer integer:
                return Expect(JsonTokenType.Number, "number", "数字", path) && Integer(integer, path);
            default:
                if (_reader.TokenType is JsonTokenType.True or JsonTokenType.False)
                {
                    Keep(_reader.ValueSpan);
                    return true;
                }

                return Expect(JsonTokenType.True, "true or false", "布尔值", path);
        }
    }

    private bool Choice(JsonShape.OneOf choices, string path)
    {
        var token = _reader.TokenType;
        var candidates = choices.Choices.Where(c => Fits(c.Shape, token)).ToArray();
        if (candidates.Length == 0)
        {
            var kinds = string.Join(" / ", choices.Choices.Select(c => Kind(c.Shape)).Distinct());
            return Expect(JsonTokenType.None, kinds, kinds, path);
        }

        if (candidates.Length == 1 && candidates[0].Marker is null)
        {
            return Value(candidates[0].Shape, path);
        }

        string?[] markers = [.. candidates.Select(c => c.Marker)];
        var marker = JsonShapeReading.Marker(_reader, markers!);
        if (marker is null)
        {
            Add(path, IssueCodes.UnknownAlternative, string.Join(", ", markers));
            Skip(path);
            return false;
        }

        return Value(candidates.First(c => c.Marker == marker).Shape, path);
    }

    private bool Record(RecordContract contract, string path)
    {
        var start = (int)_reader.TokenStartIndex;
        Keep("{"u8);
        var first = _length;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var complete = true;
        while (Next() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = (int)_reader.TokenStartIndex;
            if (!TryText(path, out var name))
            {
                Next();
                Skip(path);
                continue;
            }

            var memberPath = JsonLocator.Member(path, name);
            var member = contract.Find(name);
            if (member is null)
            {
                UnknownMember(at, name, memberPath);
                continue;
            }

            if (!seen.Add(name))
            {
                Add(at, memberPath, IssueCodes.DuplicateMember, name);
                Next();
                Skip(memberPath);
                continue;
            }

            Next();
            var absent = _mode == ReadMode.Lenient && !member.IsRequired && IsAbsence(memberPath);
            if (absent)
            {
                continue;
            }

            var before = _length;
            KeepName(name, isFirst: before == first);
            if (Value(member.Shape, memberPath))
            {
                if (name == "id" && member.Shape is JsonShape.Text { Format: { } format } && format == TextFormat.Identifier)
                {
                    _dropped.Declare(_text);
                }
            }
            else
            {
                _length = before;
                complete &= !member.IsRequired;
                _dropped.Hole(path);
            }
        }

        foreach (var member in contract.Members)
        {
            if (member.IsRequired && !seen.Contains(member.Name))
            {
                Add(start, path, IssueCodes.MissingMember, member.Name);
                complete = false;
            }
        }

        Keep("}"u8);
        return complete;
    }

    private void UnknownMember(int at, string name, string path)
    {
        Next();
        var from = (int)_reader.TokenStartIndex;
        Skip(path);
        if (!IsFull(IssueCodes.UnknownMember, isTolerable: true))
        {
            var raw = Encoding.UTF8.GetString(_utf8[from..(int)_reader.BytesConsumed]);
            AddTolerable(at, path, IssueCodes.UnknownMember, name, raw);
        }

        _dropped.HasUnknownMembers = true;
    }

    // Lenient: an optional member that is null or an empty list is not there.
    private bool IsAbsence(string path)
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            AddTolerable((int)_reader.TokenStartIndex, path, IssueCodes.NullValue);
            return true;
        }

        var ahead = _reader;
        if (_reader.TokenType == JsonTokenType.StartArray && ahead.Read() && ahead.TokenType == JsonTokenType.EndArray)
        {
            AddTolerable((int)_reader.TokenStartIndex, path, IssueCodes.EmptyList);
            Next();
            return true;
        }

        return false;
    }

    private bool List(JsonShape.List list, string path)
    {
        var start = (int)_reader.TokenStartIndex;
        Keep("["u8);
        var kept = 0;
        var count = 0;
        for (; Next() && _reader.TokenType != JsonTokenType.EndArray; count++)
        {
            var before = _length;
            if (count == _limits.ListItems)
            {
                Add(start, path, IssueCodes.ListTooLong, _limits.ListItems);
            }

            if (count >= _limits.ListItems)
            {
                Skip(path);
                continue;
            }

            if (kept > 0)
            {
                Keep(","u8);
            }

            if (Value(list.Item, JsonLocator.Item(path, count)))
            {
                kept++;
            }
            else
            {
                _length = before;
                _dropped.Drop(path, count);
                _dropped.Hole(path[..path.LastIndexOf('.')]);
            }
        }

        if (count < list.Minimum)
        {
            Add(start, path, IssueCodes.EmptyList);
        }

        Keep("]"u8);
        return kept >= list.Minimum && count <= _limits.ListItems;
    }

    private bool Map(JsonShape.Map map, string path)
    {
        var start = (int)_reader.TokenStartIndex;
        Keep("{"u8);
        var first = _length;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var record = path[..path.LastIndexOf('.')];
        var count = 0;
        for (; Next() && _reader.TokenType == JsonTokenType.PropertyName; count++)
        {
            var at = (int)_reader.TokenStartIndex;
            var named = TryText(path, out var name);
            var memberPath = JsonLocator.Member(path, name);
            if (named && !map.Key.Check!(name))
            {
                Add(at, memberPath, map.Key.Format!.IssueCode, name, Expected(map.Key.Format));
                named = false;
            }

            if (named && !seen.Add(name))
            {
                Add(at, memberPath, IssueCodes.DuplicateMember, name);
                named = false;
            }

            Next();
            if (!named)
            {
                Skip(memberPath);
                _dropped.Hole(record);
                continue;
            }

            var before = _length;
            KeepName(name, isFirst: before == first);
            if (!Value(map.Value, memberPath))
            {
                _length = before;
                _dropped.Hole(record);
            }
        }

        if (count == 0)
        {
            Add(start, path, IssueCodes.EmptyList);
        }

        var isEmpty = _length == first;
        Keep("}"u8);
        return !isEmpty;
    }

    private bool Text(JsonShape.Text shape, string path)
    {
        if (!TryText(path, out var text))
        {
            return false;
        }

        if (text.Length == 0)
        {
            Add(path, IssueCodes.EmptyText);
            return false;
        }

        if (shape.Check is { } check && !check(text))
        {
            Add(path, shape.Format!.IssueCode, text, Expected(shape.Format));
            return false;
        }

        KeepText();
        _text = text;
        return true;
    }

    private bool Literal(JsonShape.Literal shape, string path)
    {
        if (!TryText(path, out var text))
        {
            return false;
        }

        if (!shape.Literals.Contains(text))
        {
            Add(path, IssueCodes.InvalidLiteral, text, string.Join(", ", shape.Literals));
            return false;
        }

        KeepText();
        _text = text;
        return true;
    }

    private bool Number(string path)
    {
        var digits = _reader.ValueSpan;
        if (!DecimalJsonConverter.HasPlainForm(digits))
        {
            Add(path, IssueCodes.NumberForm, Encoding.ASCII.GetString(digits));
        }
        else if (!DecimalJsonConverter.HasPrecision(digits) || !_reader.TryGetDecimal(out _))
        {
            Add(path, IssueCodes.NumberPrecision, Encoding.ASCII.GetString(digits));
        }
        else
        {
            Keep(digits);
            return true;
        }

        return false;
    }

    private bool Integer(JsonShape.Integer shape, string path)
    {
        var digits = _reader.ValueSpan;
        if (_reader.TryGetInt32(out var value)
            && value >= shape.Minimum
            && value <= shape.Maximum
            && (value != 0 || digits.Length == 1))
        {
            Keep(digits);
            return true;
        }

        Add(path, IssueCodes.NotAnInteger, shape.Minimum, shape.Maximum, Encoding.ASCII.GetString(digits));
        return false;
    }

    private void Keep(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(_kept.AsSpan(_length));
        _length += utf8.Length;
    }

    // As it stands, with its escapes.
    private void KeepText()
    {
        Keep("\""u8);
        Keep(_reader.ValueSpan);
        Keep("\""u8);
    }

    // Names of the contract and of codes are ASCII; one that the document escapes is longer there.
    private void KeepName(string name, bool isFirst)
    {
        Keep(isFirst ? "\""u8 : ",\""u8);
        _length += Encoding.ASCII.GetBytes(name, _kept.AsSpan(_length));
        Keep("\":"u8);
    }

    // A text that cannot be had is reported here; the caller goes on behind it.
    private bool TryText(string path, out string text)
    {
        text = string.Empty;
        if (_reader.ValueSpan.Length > _limits.TextBytes)
        {
            Add(path, IssueCodes.TextTooLong, _limits.TextBytes);
            return false;
        }

        if (!System.Text.Unicode.Utf8.IsValid(_reader.ValueSpan))
        {
            Add(path, IssueCodes.InvalidUtf8);
            return false;
        }

        if (JsonShapeReading.HasLoneSurrogate(_reader.ValueSpan))
        {
            Add(path, IssueCodes.LoneSurrogate);
            return false;
        }

        text = _reader.GetString()!;
        return true;
    }

    private bool Expect(JsonTokenType token, string en, string zh, string path)
    {
        if (_reader.TokenType == token)
        {
            return true;
        }

        Add(path, IssueCodes.WrongType, new IssueArgument(en, zh), Found());
        Skip(path);
        return false;
    }

    private readonly IssueArgument Found() => _reader.TokenType switch
    {
        JsonTokenType.StartObject => ("object", "对象"),
        JsonTokenType.StartArray => ("list", "列表"),
        JsonTokenType.String => ("text", "文本"),
        JsonTokenType.Number => ("number", "数字"),
        _ => ("true or false", "布尔值"),
    };

    private static bool Fits(JsonShape shape, JsonTokenType token) => (shape, token) switch
    {
        (JsonShape.Record or JsonShape.Map, JsonTokenType.StartObject) => true,
        (JsonShape.List, JsonTokenType.StartArray) => true,
        (JsonShape.Text or JsonShape.Literal, JsonTokenType.String) => true,
        (JsonShape.Number or JsonShape.Integer, JsonTokenType.Number) => true,
        _ => false,
    };

    private static string Kind(JsonShape shape) => shape switch
    {
        JsonShape.Record or JsonShape.Map => "object",
        JsonShape.List => "list",
        JsonShape.Text or JsonShape.Literal => "text",
        _ => "number",
    };

    private static IssueArgument Expected(TextFormat format) =>
        new($"a valid one is {format.Example}", $"有效的如 {format.Example}");

    private bool Next()
    {
        if (!_reader.Read())
        {
            throw new EndOfTextException();
        }

        return _reader.CurrentDepth < Depth || _reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)
            ? true
            : throw new TooDeepException();
    }

    // The value that the reader stands on, however deep, with what can still be wrong in it.
    private void Skip(string path)
    {
        var depth = _reader.CurrentDepth;
        if (_reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return;
        }

        while (Next() && _reader.CurrentDepth > depth)
        {
            if (_reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                TryText(path, out _);
            }
        }
    }

    private void Add(string path, string code, params ReadOnlySpan<IssueArgument> arguments) => Add((int)_reader.TokenStartIndex, path, code, arguments);

    private void Add(int offset, string path, string code, params ReadOnlySpan<IssueArgument> arguments)
    {
        if (!IsFull(code, isTolerable: false))
        {
            _issues.Add((Issue.Of(code, path, arguments), offset));
        }
    }

    // What a newer producer could write: an error in strict reading, a warning in lenient reading.
    private void AddTolerable(int offset, string path, string code, params ReadOnlySpan<IssueArgument> arguments)
    {
        if (!IsFull(code, isTolerable: true))
        {
            var issue = Issue.Of(code, path, arguments);
            _issues.Add((_mode == ReadMode.Lenient ? issue with { Severity = Severity.Warning } : issue, offset));
        }
    }

    // Counts an issue for which there is no room, before it is made: a list of a million mistakes must not cost a million messages.
    private bool IsFull(string code, bool isTolerable)
    {
        if (_issues.Count < _limits.Issues)
        {
            return false;
        }

        _further++;
        var severity = isTolerable && _mode == ReadMode.Lenient ? Severity.Warning : IssueDefinition.Get(code).Severity;
        _furtherSeverity = severity > _furtherSeverity ? severity : _furtherSeverity;
        return true;
    }

    private readonly (string Version, int Offset)? NewerVersion()
    {
        try
        {
            var ahead = new Utf8JsonReader(_utf8, isFinalBlock: false, default);
            if (!ahead.Read() || ahead.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
            {
                var found = ahead.ValueTextEquals("formatVersion"u8);
                if (!ahead.Read())
                {
                    return null;
                }

                if (found)
                {
                    return ahead.TokenType == JsonTokenType.String
                        && FormatVersion.TryParse(ahead.GetString(), CultureInfo.InvariantCulture, out var version)
                        && !KejiJson.IsCurrent(version)
                            ? (version.ToString(), (int)ahead.TokenStartIndex)
                            : null;
                }

                if (!ahead.TrySkip())
                {
                    return null;
                }
            }
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The reading proper will say what is wrong.
        }

        return null;
    }

    private PolicyDataset? Typed()
    {
        if (KejiJson.TryReadTyped(_kept.AsSpan(0, _length), _limits) is { } dataset)
        {
            return dataset;
        }

        Add(0, "$", IssueCodes.ReaderDisagreement, "refused");
        return null;
    }

    private readonly int SyntaxOffset(JsonException failure)
    {
        var offset = 0;
        for (var line = failure.LineNumber ?? 0; line > 0; line--)
        {
            offset += _utf8[offset..].IndexOf((byte)'\n') + 1;
        }

        return (int)Math.Min(offset + (failure.BytePositionInLine ?? 0), _utf8.Length);
    }

    private readonly bool InvalidUtf8At(int offset) =>
        offset < _utf8.Length && Rune.DecodeFromUtf8(_utf8[offset..], out _, out _) != OperationStatus.Done;

    private static string Words(JsonException failure)
    {
        var message = failure.Message;
        var cut = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (cut < 0 ? message : message[..cut]).TrimEnd('.');
    }

    private sealed class EndOfTextException : Exception;

    private sealed class TooDeepException : Exception;
}
