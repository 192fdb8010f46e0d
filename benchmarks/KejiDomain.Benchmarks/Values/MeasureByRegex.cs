namespace KejiDomain.Benchmarks.Values;

/// <summary>A compiled regular expression and what is needed to make the same value of its groups.</summary>
public class MeasureByRegex : MeasureWorkload
{
    public override int Run()
    {
        var read = 0;
        foreach (var text in Printed)
        {
            read += MeasureRegex.TryParse(text, out _) ? 1 : 0;
        }

        return read;
    }
}
