namespace KejiDomain.Tests.Snapshots.Engine;

/// <summary>A snapshot is missing or says something else.</summary>
internal sealed class SnapshotMismatchException(string message) : Exception(message);
