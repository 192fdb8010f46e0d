using System.Globalization;

namespace KejiDomain.Benchmarks.Running;

/// <summary>What a workload is wanted to reach, mostly as a ratio to another one of the same run.</summary>
public sealed class Target
{
    private readonly Func<Figure, Func<Type, Figure?>, double?> _measure;

    private readonly double _limit;

    private readonly bool _isFloor;

    private readonly string _format;

    private Target(string words, double limit, bool isFloor, string format, Func<Figure, Func<Type, Figure?>, double?> measure)
    {
        Words = words;
        _limit = limit;
        _isFloor = isFloor;
        _format = format;
        _measure = measure;
    }

    public string Words { get; }

    /// <summary>At least so many times the speed of another workload.</summary>
    public static Target Speed<T>(double times)
        where T : Workload, new() =>
        new(Say($"at least {times} x the speed of{new T().Name.ToLowerInvariant().Insert(0, " ")}"), times, true, "0.00 x", (own, find) => own.Rate / find(typeof(T))?.Rate);

    /// <summary>At most so many times the time of another workload, each over its whole run.</summary>
    public static Target Time<T>(double times)
        where T : Workload, new() =>
        new(Say($"at most {times} x the time of {new T().Name.ToLowerInvariant()}"), times, false, "0.00 x", (own, find) => own.Best / find(typeof(T))?.Best);

    /// <summary>At most so many times the bytes that another workload allocates.</summary>
    public static Target Allocation<T>(double times)
        where T : Workload, new() =>
        new(Say($"at most {times} x the allocation of {new T().Name.ToLowerInvariant()}"), times, false, "0.000 x", (own, find) => own.BytesEach / find(typeof(T))?.BytesEach);

    /// <summary>So many bytes or items a second.</summary>
    public static Target Rate(double perSecond) =>
        new(Say($"at least {perSecond / 1e6} million a second"), perSecond, true, "#,0,,.0 million", (own, _) => own.Rate);

    /// <summary>At most so many milliseconds a run.</summary>
    public static Target Milliseconds(double most) => new(Say($"at most {most} ms"), most, false, "0.00 ms", (own, _) => own.Best * 1000);

    /// <summary>At most so many bytes a run.</summary>
    public static Target Bytes(double most) => new(most == 0 ? "allocates nothing" : Say($"at most {most} B a run"), most, false, "#,0 B", (own, _) => own.Bytes);

    /// <summary>At most so many bytes an item.</summary>
    public static Target BytesEach(double most) => new(Say($"at most {most} B an item"), most, false, "0.0 B", (own, _) => own.BytesEach);

    /// <summary>What was measured and whether it is enough, or null where the other workload is not in the run.</summary>
    public (string Measured, bool IsMet)? Judge(Figure own, Func<Type, Figure?> find) =>
        _measure(own, find) is { } value
            ? (value.ToString(_format, CultureInfo.InvariantCulture), _isFloor ? value >= _limit : value <= _limit)
            : null;

    private static string Say(FormattableString words) => FormattableString.Invariant(words);
}
