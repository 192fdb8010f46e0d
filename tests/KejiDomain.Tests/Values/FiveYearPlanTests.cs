namespace KejiDomain.Tests.Values;

public class FiveYearPlanTests
{
    [Theory]
    [InlineData("一五", 1, "1953/1957")]
    [InlineData("二五", 2, "1958/1962")]
    [InlineData("三五", 3, "1966/1970")]
    [InlineData("九五", 9, "1996/2000")]
    [InlineData("十五", 10, "2001/2005")]
    [InlineData("十三五", 13, "2016/2020")]
    [InlineData("“十四五”", 14, "2021/2025")]
    [InlineData("十五五", 15, "2026/2030")]
    [InlineData("二十五", 20, "2051/2055")]
    [InlineData("二十五五", 25, "2076/2080")]
    public void Names_have_years(string name, int number, string period)
    {
        var plan = FiveYearPlan.Parse(name);
        Assert.Equal(number, plan.Number);
        Assert.Equal(period, plan.Period.ToString());
        Assert.Equal(name.Trim('“', '”'), plan.ToString());
    }

    [Theory]
    [InlineData("五")]
    [InlineData("十三")]
    [InlineData("十三五五")]
    [InlineData("13五")]
    [InlineData("两五")]
    [InlineData("零五")]
    [InlineData("百五")]
    [InlineData("“十四五")]
    [InlineData("十四五”")]
    [InlineData("“”")]
    [InlineData("十四五规划")]
    [InlineData("一百五")]
    [InlineData("")]
    public void What_names_no_plan_is_refused(string name)
    {
        Assert.False(FiveYearPlan.TryParse(name, null, out var plan));
        Assert.Equal(default, plan);
        Assert.Throws<FormatException>(() => FiveYearPlan.Parse(name));
    }

    [Fact]
    public void Every_year_of_every_plan_belongs_to_it()
    {
        for (var number = 1; number <= 99; number++)
        {
            var plan = new FiveYearPlan(number);
            Assert.Equal(plan, FiveYearPlan.Parse(plan.ToString()));
            for (var year = plan.FirstYear; year <= plan.LastYear; year++)
            {
                Assert.Equal(plan, FiveYearPlan.Containing(year));
                Assert.Equal(year - plan.FirstYear + 1, plan.OrdinalOf(year));
            }

            Assert.Null(plan.OrdinalOf(plan.LastYear + 1));
        }

        Assert.All([1952, 1963, 1965, 2451], year => Assert.Null(FiveYearPlan.Containing(year)));
    }

    [Fact]
    public void The_empty_value_is_no_plan()
    {
        Assert.Equal(string.Empty, default(FiveYearPlan).ToString());
        Assert.Throws<InvalidOperationException>(() => default(FiveYearPlan).FirstYear);
        Assert.Null(default(FiveYearPlan).OrdinalOf(2020));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FiveYearPlan(0));
        Assert.True(default(FiveYearPlan) < new FiveYearPlan(1));
    }

    [Fact]
    public void Plans_are_ordered_by_number()
    {
        var (tenth, eleventh) = (new FiveYearPlan(10), new FiveYearPlan(11));
        Assert.True(tenth < eleventh && tenth <= eleventh && eleventh > tenth && eleventh >= tenth);
        Assert.False(eleventh < tenth || eleventh <= tenth || tenth > eleventh || tenth >= eleventh);
        var same = tenth;
        Assert.True(tenth <= same && tenth >= same);
        Assert.False(tenth < same || tenth > same);
        Assert.Throws<ArgumentNullException>(() => FiveYearPlan.Parse(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FiveYearPlan(100));
    }
}
