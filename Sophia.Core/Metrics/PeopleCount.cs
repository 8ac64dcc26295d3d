namespace Sophia.Core.Metrics;

/// <summary>By how much the number of people of a department moves on a day; for answers, how many there were.</summary>
/// <param name="Member">The department, empty where the source does not say it.</param>
/// <param name="Day">The day.</param>
/// <param name="Count">How many.</param>
public readonly record struct PeopleCount(string Member, DateOnly Day, int Count);
