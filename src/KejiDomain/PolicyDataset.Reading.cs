namespace KejiDomain;

public sealed partial record PolicyDataset
{
    /// <summary>Reads a data set from a file (读取).</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="mode">Strict, or lenient towards a newer producer.</param>
    /// <param name="limits">How much is taken in, or null for the default limits.</param>
    /// <remarks>It reads form and literals; the rules are run by <see cref="Validate"/>. What is only reported, such as members that a lenient reading drops, <see cref="KejiJson"/> tells.</remarks>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no data set; the message names it and has every issue.</exception>
    public static PolicyDataset Load(string path, ReadMode mode = ReadMode.Strict, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        return Loaded(path, KejiJson.Read(ReadBytes(path, limits.DocumentBytes), mode, limits));
    }

    /// <summary>Reads a data set from a file (读取).</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="mode">Strict, or lenient towards a newer producer.</param>
    /// <param name="limits">How much is taken in, or null for the default limits.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no data set; the message names it and has every issue.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async Task<PolicyDataset> LoadAsync(
        string path, ReadMode mode = ReadMode.Strict, ReadLimits? limits = null, CancellationToken cancellationToken = default)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, useAsync: true);
        await using (stream.ConfigureAwait(false))
        {
            return Loaded(path, await KejiJson.ReadAsync(stream, mode, limits, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Runs every rule over the data set (校验).</summary>
    /// <param name="options">Which texts are at hand and how much is told, or null for the default.</param>
    public ValidationReport Validate(ValidationOptions? options = null) => Validator.Validate(this, options);

    /// <summary>What the figures imply and the text does not print (推算).</summary>
    public ValueList<DerivedObservation> Derive() => Validator.Derive(this);

    private static PolicyDataset Loaded(string path, ReadResult read) =>
        read.Value ?? throw new InvalidDataException($"{TextSafety.Escape(path)}: {read.Report}");

    // One byte more than the limit is enough for the reader to refuse the file.
    private static byte[] ReadBytes(string path, int limit)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        int count;
        while (buffer.Length <= limit && (count = stream.Read(chunk)) > 0)
        {
            buffer.Write(chunk, 0, count);
        }

        return buffer.ToArray();
    }
}
