namespace Sophia.Integrations.Imports;

/// <summary>A file cannot be read at all; the message says why and what to do, for the person who brought it.</summary>
public sealed class ImportRefusedException(string message) : Exception(message)
{
    /// <summary>What of the request is to be put right: <c>file</c>, or <c>kind</c> where saying what the file holds is enough.</summary>
    public string Field { get; init; } = "file";
}
