using System.Text;

namespace KejiDomain.Tests.Tables;

/// <summary>Reads csv by RFC 4180 and nothing else, so that the writer is not its own judge.</summary>
internal static class Csv
{
    public static List<string[]> Parse(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '"')
            {
                at++;
                while (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'))
                {
                    at += text[at] == '"' ? 1 : 0;
                    cell.Append(text[at++]);
                }

                at++;
            }
            else
            {
                while (text[at] is not (',' or '\n'))
                {
                    Assert.False(text[at] is '"' or '\r', "An unquoted cell holds what must be quoted.");
                    cell.Append(text[at++]);
                }
            }

            row.Add(cell.ToString());
            cell.Clear();
            Assert.True(text[at] is ',' or '\n', "A quoted cell goes on behind its quote.");
            if (text[at++] == '\n')
            {
                rows.Add([.. row]);
                row.Clear();
            }
        }

        Assert.Empty(row);
        return rows;
    }
}
