using System.Collections.Frozen;
using System.Globalization;

namespace KejiDomain;

/// <summary>
/// The grammar of numbered slogans: digits read singly (1472, 四六四五), sums (1+8, *+*, 1+N), counted nouns (一核三城, 八大工程, 一个中心、四个基地).
/// </summary>
internal static class SloganGrammar
{
    private const int MaxNoun = 12;

    private const int MaxBareNoun = 3;

    private const int MaxRun = 8;

    private const int MinRun = 3;

    private const int MaxCount = 1000;

    public static int Read(ReadOnlySpan<char> text, out NumberedSlogan? slogan)
    {
        Span<char> letters = stackalloc char[NumberedSlogan.MaxLength];
        Span<Part> parts = stackalloc Part[NumberedSlogan.MaxLength];
        if (Read(text, letters, parts, out var words, out var count) is >= 0 and var failure)
        {
            slogan = null;
            return failure;
        }

        var read = letters[words];
        var made = new SloganPart[count];
        for (var i = 0; i < count; i++)
        {
            var noun = parts[i].NounOf(read);
            made[i] = new()
            {
                Count = parts[i].Count == 0 ? null : parts[i].Count,
                Missing = parts[i].Missing,
                Noun = noun.IsEmpty ? null : noun.ToString(),
                Role = noun.IsEmpty ? null : Words.RoleOf(noun),
            };
        }

        slogan = new() { Text = read.ToString(), Parts = new(made) };
        return -1;
    }

    /// <summary>The counts of a slogan's parts, 0 where a part has none, without the slogan.</summary>
    /// <returns>How many parts there are, or -1 where the text is no slogan.</returns>
    public static int ReadCounts(ReadOnlySpan<char> text, Span<int> counts)
    {
        Span<char> letters = stackalloc char[NumberedSlogan.MaxLength];
        Span<Part> parts = stackalloc Part[NumberedSlogan.MaxLength];
        if (Read(text, letters, parts, out _, out var count) >= 0)
        {
            return -1;
        }

        for (var i = 0; i < count; i++)
        {
            counts[i] = parts[i].Count;
        }

        return count;
    }

    /// <summary>Whether a slogan is a row of digits: 1472, 四六四五.</summary>
    public static bool IsRow(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[NumberedSlogan.MaxLength];
        Span<Part> parts = stackalloc Part[NumberedSlogan.MaxLength];
        return Read(text, letters, parts, out var words, out _) < 0 && (!letters[words].ContainsAnyExceptInRange('0', '9') || !letters[words].ContainsAnyExcept(Words.HanDigits));
    }

    // The letters as they are compared, those of them that are the words, and the parts; or where reading ended.
    private static int Read(ReadOnlySpan<char> text, Span<char> letters, Span<Part> parts, out Range words, out int count)
    {
        words = default;
        count = 0;
        Span<int> places = stackalloc int[NumberedSlogan.MaxLength];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (PrintedText.IsBlank(text[i]))
            {
                continue;
            }

            if (length == letters.Length)
            {
                return i;
            }

            places[length] = i;
            letters[length++] = text[i] switch
            {
                '×' or '※' => '*',
                '\uFF0C' => '、',
                var c when PrintedText.Fold(c) is var folded && (char.IsAsciiLetterOrDigit(folded) || folded is '+' or '*' or '"' or '\'') => folded,
                var c => c,
            };
        }

        var first = 0;
        if (length > 2 && (letters[0], letters[length - 1]) is ('“', '”') or ('"', '"') or ('‘', '’') or ('\'', '\'') or ('「', '」') or ('『', '』'))
        {
            first = 1;
            length--;
        }

        words = first..length;
        var reader = new Reader(letters[words], parts);
        if (!reader.Read())
        {
            var at = first + reader.Position;
            return at < length ? places[at] : text.Length;
        }

        count = reader.Count;
        return -1;
    }

    private static bool IsCountLetter(char c) => HanNumeral.IsLetter(c) || c is '双' or '多' or '*' || char.IsAsciiLetterOrDigit(c);

    private static bool IsClassifier(char c) => c is '个' or '大' or '张';

    private enum Script
    {
        None = 0,
        Digits = 1,
        Han = 2,
    }

    // A count, or 0 and perhaps why it is not there; and where its noun stands. There are no more letters than a byte can number.
    private readonly record struct Part
    {
        private readonly short _count;

        private readonly sbyte _missing;

        public Part(int count)
        {
            _count = (short)count;
            _missing = -1;
        }

        public Part(MissingReason missing) => _missing = (sbyte)missing;

        public byte Start { get; init; }

        public byte End { get; init; }

        public int Count => _count;

        public MissingReason? Missing => _missing < 0 ? null : (MissingReason)_missing;

        public ReadOnlySpan<char> NounOf(ReadOnlySpan<char> letters) => letters[Start..End];
    }

    private ref struct Reader(ReadOnlySpan<char> letters, Span<Part> parts)
    {
        private readonly ReadOnlySpan<char> _letters = letters;

        private readonly Span<Part> _parts = parts;

        public int Position { get; private set; }

        public int Count { get; private set; }

        public bool Read()
        {
            if (_letters.IsEmpty || Words.IsTrap(_letters))
            {
                return false;
            }

            return !_letters.ContainsAnyExcept(Words.Digits) ? ReadDigits()
                : !_letters.ContainsAnyExcept(Words.HanDigits) ? ReadHanDigits()
                : _letters.Contains('+') ? ReadSum()
                : ReadList();
        }

        // A year or a number with a zero is no row of counts, and a row of two is an ordinary number.
        private bool ReadDigits()
        {
            if (_letters.Length is < MinRun or > MaxRun || _letters.IndexOf('0') >= 0 || (_letters.Length == 4 && _letters[0] == '1' && _letters[1] == '9') || !_letters.ContainsAnyExcept('*'))
            {
                return false;
            }

            foreach (var c in _letters)
            {
                Add(c == '*' ? new(MissingReason.Redacted) : new(c - '0'));
            }

            return true;
        }

        private bool ReadHanDigits()
        {
            if (_letters.Length is < MinRun or > MaxRun || (_letters.Length == 4 && _letters.StartsWith("一九")))
            {
                return false;
            }

            foreach (var c in _letters)
            {
                Add(new(HanNumeral.Digit(c)));
            }

            return true;
        }

        private bool ReadSum()
        {
            var isCounted = false;
            while (true)
            {
                if (!ReadCount(out var part, out _))
                {
                    return false;
                }

                isCounted |= part.Missing != MissingReason.Unknown;
                var end = _letters[Position..].IndexOf('+') is >= 0 and var plus ? Position + plus : _letters.Length;
                if (Position < end && IsClassifier(_letters[Position]) && Position + 1 < end)
                {
                    Position++;
                }

                if (Position < end)
                {
                    if (!IsNoun(Position, end, MaxNoun))
                    {
                        return false;
                    }

                    part = WithNoun(part, Position, end);
                }

                Add(part);
                Position = end;
                if (end == _letters.Length)
                {
                    Position = 0;
                    return isCounted && Count > 1;
                }

                Position++;
            }
        }

        private bool ReadList()
        {
            var isBare = false;
            var isListed = true;
            var script = Script.None;
            var classifier = '\0';
            while (true)
            {
                var start = Position;
                if (!ReadCount(out var part, out script) || Position == _letters.Length)
                {
                    return false;
                }

                if (Count == 0 && part.Missing == MissingReason.Unknown)
                {
                    Position = start;
                    return false;
                }

                classifier = IsClassifier(_letters[Position]) && Position + 1 < _letters.Length && _letters[Position + 1] != '、' ? _letters[Position] : '\0';
                if (classifier == '\0')
                {
                    isBare = true;
                }
                else if (part.Count is > 0 and var count && (classifier == '个' ? count is > 99 : count is < 2 or > 10) && !(classifier == '大' && count is 1))
                {
                    return false;
                }
                else
                {
                    Position++;
                }

                var end = NounEnd(Position, classifier != '\0');
                if (!IsNoun(Position, end, classifier == '\0' ? MaxBareNoun : MaxNoun))
                {
                    return false;
                }

                isListed &= Words.IsNoun(_letters[Position..end]);
                Add(WithNoun(part, Position, end));
                Position = end;
                if (end == _letters.Length)
                {
                    break;
                }

                Position += _letters[end] == '、' ? 1 : 0;
            }

            Position = 0;
            return Count == 1 ? IsSingle(_parts[0], classifier, script, isListed) : !isBare || AreSeveral(isListed);
        }

        // 一个… is an article, 5个项目 a quantity (6个一 is none), 三农 a word: alone, a count needs 大, 个 after a Chinese numeral, or a noun that members of a slogan have.
        private readonly bool IsSingle(Part part, char classifier, Script script, bool isListed) => classifier switch
        {
            '大' => part.Count is > 1 || part.Missing == MissingReason.Redacted,
            '个' or '张' => part.Count is > 1 && (script == Script.Han || _letters[part.Start] == '一'),
            _ => part.Count is > 1 && script == Script.Han && isListed,
        };

        // 一企一策 says "each"; a row of ones counts something only where it is longer and every noun is one of a layout (一核一带一区).
        private readonly bool AreSeveral(bool isListed)
        {
            var ones = 0;
            var counted = 0;
            foreach (var part in _parts[..Count])
            {
                ones += part.Count == 1 ? 1 : 0;
                counted += part.Count == 0 ? 0 : 1;
            }

            return (ones < Count || (Count > 2 && isListed)) && (counted > 0 || isListed);
        }

        private bool ReadCount(out Part part, out Script script)
        {
            part = default;
            script = Script.None;
            var start = Position;
            if (start == _letters.Length)
            {
                return false;
            }

            switch (_letters[start])
            {
                case '*':
                    part = new(MissingReason.Redacted);
                    Position++;
                    return true;
                case 'N' or 'n' or 'X' or 'x' or '多':
                    part = new(MissingReason.Unknown);
                    Position++;
                    return true;
                case '双':
                    part = new(2);
                    script = Script.Han;
                    Position++;
                    return true;
                case >= '1' and <= '9':
                    while (Position < _letters.Length && char.IsAsciiDigit(_letters[Position]) && Position - start < 4)
                    {
                        Position++;
                    }

                    var number = int.Parse(_letters[start..Position], NumberStyles.None, CultureInfo.InvariantCulture);
                    if (number > MaxCount)
                    {
                        Position = start;
                        return false;
                    }

                    part = new(number);
                    script = Script.Digits;
                    return true;
                default:
                    break;
            }

            var end = start;
            while (end < _letters.Length && HanNumeral.IsLetter(_letters[end]))
            {
                end++;
            }

            if (!HanNumeral.TryParse(_letters[start..end], out var count))
            {
                return false;
            }

            part = new(count);
            script = Script.Han;
            Position = end;
            return true;
        }

        // After a classifier only a count with a classifier of its own, or 、, ends the noun: 三个一流, 六个一.
        private readonly int NounEnd(int start, bool isClassified)
        {
            for (var i = start; i < _letters.Length; i++)
            {
                if (_letters[i] == '、' || (!isClassified && i > start && IsCountLetter(_letters[i])) || (isClassified && i > start && IsClassifiedCount(i)))
                {
                    return i;
                }
            }

            return _letters.Length;
        }

        private readonly bool IsClassifiedCount(int at)
        {
            var end = at;
            while (end < _letters.Length && IsCountLetter(_letters[end]))
            {
                end++;
            }

            return end > at && end + 1 < _letters.Length && _letters[end] == '个';
        }

        private readonly bool IsNoun(int start, int end, int maximum)
        {
            var noun = _letters[start..end];
            return noun.Length > 0 && noun.Length <= maximum && PrintedText.IsHan(noun) && !Words.IsUnit(noun) && (maximum != MaxBareNoun || !IsCountLetter(noun[0]));
        }

        private static Part WithNoun(Part part, int start, int end) => part with { Start = (byte)start, End = (byte)end };

        private void Add(Part part) => _parts[Count++] = part;
    }

    private static class Words
    {
        public static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789*");

        public static readonly System.Buffers.SearchValues<char> HanDigits = System.Buffers.SearchValues.Create("一二三四五六七八九");

        private static readonly FrozenSet<string> Nouns;

        private static readonly FrozenSet<string> Traps;

        // Begin what is counted (三年行动); measures are units only by themselves (三成, but 三个成果).
        private static readonly string[] Units;

        private static readonly System.Buffers.SearchValues<char> UnitStarts;

        private static readonly FrozenSet<string> Measures;

        private static readonly FrozenDictionary<string, PartRole> Roles;

        static Words()
        {
            var rows = EmbeddedTable.Rows("slogan-words.tsv").Skip(1).ToLookup(cells => cells[0], cells => cells[1]);
            string[] Of(string use) => [.. rows[use].SelectMany(words => words.Split('|'))];
            Nouns = Of("noun").ToFrozenSet(StringComparer.Ordinal);
            Units = Of("unit");
            UnitStarts = System.Buffers.SearchValues.Create([.. Units.Select(unit => unit[0])]);
            Measures = Of("measure").ToFrozenSet(StringComparer.Ordinal);
            Traps = Of("phrase").Concat(Of("number")).ToFrozenSet(StringComparer.Ordinal);
            var roles = new Dictionary<string, PartRole>(StringComparer.Ordinal);
            foreach (var definition in PartRole.CodeList.Definitions)
            {
                roles.TryAdd(definition.Zh, PartRole.Parse(definition.Code));
                foreach (var label in definition.Alternatives)
                {
                    roles.TryAdd(label, PartRole.Parse(definition.Code));
                }
            }

            Roles = roles.ToFrozenDictionary(StringComparer.Ordinal);
        }

        public static bool IsTrap(ReadOnlySpan<char> text) => Traps.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);

        public static bool IsNoun(ReadOnlySpan<char> text) => Nouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);

        public static bool IsUnit(ReadOnlySpan<char> text)
        {
            foreach (var unit in UnitStarts.Contains(text[0]) ? Units : [])
            {
                if (text.StartsWith(unit))
                {
                    return true;
                }
            }

            return Measures.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);
        }

        public static PartRole? RoleOf(ReadOnlySpan<char> noun) => Roles.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(noun, out var role) ? role : null;
    }
}
