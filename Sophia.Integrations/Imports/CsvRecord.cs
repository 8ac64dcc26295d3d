namespace Sophia.Integrations.Imports;

/// <summary>A record of a file.</summary>
/// <param name="Line">Its first line in the file, from 1.</param>
/// <param name="Cells">Its cells.</param>
public readonly record struct CsvRecord(int Line, string[] Cells);
