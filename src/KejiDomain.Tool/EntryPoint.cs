using System.Text;

namespace KejiDomain.Tool;

internal static class EntryPoint
{
    private static int Main(string[] args)
    {
        try
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
        catch (IOException)
        {
            // There is no console whose encoding could be set.
        }

        return Cli.Run(args, Console.Out, Console.Error, CliHost.OfThisProcess());
    }
}
