using System.CommandLine;
using KejiDomain.Tool.Showing;

namespace KejiDomain.Tool.Commands;

internal static class LanguageOption
{
    public static Option<string> Create() => new Option<string>("--lang")
    {
        Description = "The language of labels and messages: en or zh (标签与说明的语言)",
        HelpName = "en|zh",
        DefaultValueFactory = _ => "en",
    }.AcceptOnlyFromAmong("en", "zh");

    public static Language Of(string value) => value == "zh" ? Language.Chinese : Language.English;
}
