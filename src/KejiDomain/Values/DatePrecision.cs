namespace KejiDomain;

/// <summary>How fine a date is (精度).</summary>
public enum DatePrecision
{
    /// <summary>A year (年): <c>2022</c>.</summary>
    Year = 0,

    /// <summary>A half year (半年), in periods only: <c>2022-S1</c>.</summary>
    Half = 1,

    /// <summary>A quarter (季度), in periods only: <c>2022-Q1</c>.</summary>
    Quarter = 2,

    /// <summary>A month (月): <c>2022-05</c>.</summary>
    Month = 3,

    /// <summary>A day (日): <c>2022-05-09</c>.</summary>
    Day = 4,

    /// <summary>A minute (分): <c>2024-04-03T09:35</c>.</summary>
    Minute = 5,

    /// <summary>A second (秒): <c>2018-03-09T10:42:00</c>.</summary>
    Second = 6,
}
