namespace KejiDomain;

/// <summary>The order (次序) of text values as operators, in one place for all of them.</summary>
public static class TextValueOperators
{
    extension<T>(T)
        where T : struct, ITextValue<T>
    {
        /// <summary>Whether the left value comes before the right one (先于).</summary>
        public static bool operator <(T left, T right) => left.CompareTo(right) < 0;

        /// <summary>Whether the left value comes after the right one (后于).</summary>
        public static bool operator >(T left, T right) => left.CompareTo(right) > 0;

        /// <summary>Whether the left value comes before the right one or is it (不后于).</summary>
        public static bool operator <=(T left, T right) => left.CompareTo(right) <= 0;

        /// <summary>Whether the left value comes after the right one or is it (不先于).</summary>
        public static bool operator >=(T left, T right) => left.CompareTo(right) >= 0;
    }
}
