namespace Sophia.Sandbox.BambooHr.Datasets;

/// <summary>A table that can be queried.</summary>
/// <param name="Name">Its name in paths.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Fields">The names of its columns.</param>
/// <param name="Read">Its rows, each with a value per column.</param>
internal sealed record Dataset(string Name, string Label, IReadOnlyList<string> Fields, Func<IReadOnlyList<string[]>> Read);
