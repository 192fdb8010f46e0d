namespace KejiDomain.Build;

/// <summary>All files that this program makes, by part.</summary>
internal static class GeneratedFiles
{
    /// <summary>The files of a part, or null where there is no such part.</summary>
    public static IEnumerable<GeneratedFile>? Make(string part, string root) => part switch
    {
        "code" => TextValueSource.Make(root).Concat(IssueTableSource.Make(root)).Concat(GlossarySource.Make(root)),
        "contract" => VisitorSource.Make().Concat(MemberSource.Make()).Concat(ReaderSource.Make()).Concat(WriterSource.Make()).Concat(BareSource.Make()).Concat(SchemaSource.Make(root)),
        _ => null,
    };
}
