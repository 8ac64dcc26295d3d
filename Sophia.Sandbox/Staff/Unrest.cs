using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Staff;

/// <summary>
/// What was planted among the people: a department grows less content in two quarters, and in the two that follow many
/// more of its people leave than usual.
/// </summary>
/// <param name="Department">The department's name.</param>
/// <param name="SatisfactionFalls">The first of the two quarters of falling satisfaction.</param>
/// <param name="SatisfactionFallsFrom">Its first day.</param>
/// <param name="AttritionRises">The first of the two quarters of high attrition.</param>
/// <param name="AttritionRisesFrom">Its first day.</param>
/// <param name="AttritionFactor">What the chance of leaving is multiplied by in those two.</param>
internal sealed record Unrest(
    string Department,
    string SatisfactionFalls,
    DateOnly SatisfactionFallsFrom,
    string AttritionRises,
    DateOnly AttritionRisesFrom,
    double AttritionFactor)
{
    private const Department Where = Staff.Department.CustomerSuccess;
    private const double LeaveFactor = 5;

    /// <summary>The unrest in a history that ends before <paramref name="today"/>: it begins four quarters before the running one.</summary>
    public static Unrest Before(DateOnly today)
    {
        var falls = Quarter.Of(today).Add(-4);
        var rises = falls.Add(2);
        return new Unrest(
            DepartmentProfile.Of(Where).Name, falls.ToString(), falls.FirstDay, rises.ToString(), rises.FirstDay, LeaveFactor);
    }

    /// <summary>What a survey's mean moves by, in points.</summary>
    public double SatisfactionShift(Department department, Quarter quarter) =>
        department != Where
            ? 0
            : QuartersIn(quarter) switch
            {
                < 0 => 0,
                0 => -1.0,
                1 => -2.1,
                2 => -2.0,
                3 => -1.6,
                _ => -1.1,
            };

    /// <summary>What the chance of leaving is multiplied by.</summary>
    public double LeavingFactor(Department department, DateOnly day) =>
        department == Where && QuartersIn(Quarter.Of(day)) is 2 or 3 ? LeaveFactor : 1;

    private int QuartersIn(Quarter quarter)
    {
        var first = Quarter.Of(SatisfactionFallsFrom);
        return ((quarter.Year - first.Year) * 4) + quarter.Number - first.Number;
    }
}
