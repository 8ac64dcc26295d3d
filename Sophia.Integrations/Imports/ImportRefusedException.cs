namespace Sophia.Integrations.Imports;

/// <summary>A file cannot be read at all; the message says why and what to do, for the person who brought it.</summary>
public sealed class ImportRefusedException(string message) : Exception(message);
