namespace Sophia.Core.Imports;

/// <summary>A line that cannot be imported.</summary>
/// <param name="Number">Its number in the file, from 1; of a record over several lines the first.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record BadLine(int Number, string Reason);
