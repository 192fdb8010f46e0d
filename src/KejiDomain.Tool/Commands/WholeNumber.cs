using System.CommandLine;
using System.Globalization;

namespace KejiDomain.Tool.Commands;

internal static class WholeNumber
{
    public static Option<int?> Option(string name, string description, int minimum, int maximum) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
            {
                return number;
            }

            result.AddError(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: '{text}' is not a whole number from {minimum}{(maximum == int.MaxValue ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" to {maximum}"))}."));
            return null;
        },
    };
}
