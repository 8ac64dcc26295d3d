using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Staff;

/// <summary>What people answer: the department's mean, what was planted, the person's own temper, and the day.</summary>
internal sealed class SurveyMood(Unrest unrest, int seed)
{
    private readonly SeededRandom _tempers = new SeededRandom((ulong)seed).Fork(-6);

    /// <summary>An answer, 0 to 10.</summary>
    public int Score(long employeeId, Department department, Quarter quarter, SeededRandom random)
    {
        var mean = DepartmentProfile.Of(department).Satisfaction + unrest.SatisfactionShift(department, quarter);
        var temper = 0.9 * _tempers.Fork(employeeId).Normal();
        return (int)Math.Clamp(Math.Round(mean + temper + (0.8 * random.Normal())), 0, 10);
    }
}
