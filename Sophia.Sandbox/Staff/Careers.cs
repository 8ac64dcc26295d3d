using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Staff;

/// <summary>
/// Lets people come and go in the places of the chart: many hires in January and September and few in summer, most
/// departures after the bonus in spring, new people leaving more often than old ones.
/// </summary>
internal sealed class Careers(IReadOnlyList<Place> places, BusinessCalendar calendar, Unrest unrest)
{
    /// <summary>Yearly growth of the number of places.</summary>
    public const double Growth = 1.12;

    private const int YearsBefore = 7;

    // January to December.
    private static readonly double[] s_hiring = [1.4, 1.2, 1.1, 1.0, 1.0, 0.9, 0.6, 0.7, 1.5, 1.2, 0.9, 0.5];
    private static readonly double[] s_leaving = [1.2, 0.8, 1.1, 1.5, 1.1, 0.9, 0.9, 1.0, 1.1, 0.9, 0.8, 0.7];

    /// <summary>Everybody who held the place since the first day of the history, in order.</summary>
    public IEnumerable<Stay> In(int index, SeededRandom random)
    {
        var place = places[index];
        if (place.Representative is { } owner)
        {
            // The CRM knows no representative who left.
            yield return new Stay(index, DateOnly.FromDateTime(owner.HiredAt.UtcDateTime), LeftOn: null);
            yield break;
        }

        DateOnly? free = Opening(place, random);
        while (free is { } from && from < calendar.Today)
        {
            var left = Leaving(place, from, random);
            yield return new Stay(index, from, left);
            free = left is { } end ? HiringDay(random, end.AddDays(random.Between(10, 50)), day => day.AddDays(15)) : null;
        }
    }

    /// <summary>The first day of the place's first holder: before the history for the places that it began with.</summary>
    private DateOnly Opening(Place place, SeededRandom random)
    {
        var years = -calendar.YearsFromToday(calendar.FirstDay);
        if (place.Level is Level.Chief or Level.Head || random.Chance(Math.Pow(Growth, -years)))
        {
            // Most came lately, since the company grows and people leave.
            var ago = Math.Min(YearsBefore, -2.2 * Math.Log(1 - random.NextDouble()));
            return Monday(calendar.FirstDay.AddDays(-8 - (int)(ago * 365.25)));
        }

        return HiringDay(random, AnyDay(), _ => AnyDay());

        DateOnly AnyDay() => calendar.FirstDay.AddDays(random.Next(calendar.Today.DayNumber - calendar.FirstDay.DayNumber - 7));
    }

    /// <summary>The first day that the season lets pass, moved to its Monday.</summary>
    private static DateOnly HiringDay(SeededRandom random, DateOnly day, Func<DateOnly, DateOnly> next)
    {
        while (!random.Chance(s_hiring[day.Month - 1] / 1.5))
        {
            day = next(day);
        }

        return Monday(day);
    }

    /// <summary>The first day no longer here, drawn month by month, if it comes before today.</summary>
    private DateOnly? Leaving(Place place, DateOnly hired, SeededRandom random)
    {
        // Who left before the history began is not remembered.
        var month = hired < calendar.FirstDay ? calendar.FirstDay : hired.AddDays(30);
        for (; month < calendar.Today; month = month.AddMonths(1))
        {
            if (random.Chance(MonthlyChance(place, hired, month)))
            {
                // Two in three stay to the end of the month.
                var day = random.Chance(0.66) ? new DateOnly(month.Year, month.Month, 1).AddMonths(1) : month.AddDays(random.Next(28));
                return day < calendar.Today ? day : null;
            }
        }

        return null;
    }

    private double MonthlyChance(Place place, DateOnly hired, DateOnly month)
    {
        var level = place.Level switch
        {
            Level.Chief => 0.0,
            Level.Head => 0.4,
            Level.Manager => 0.6,
            Level.Member => 1.0,
        };
        var tenure = (month.DayNumber - hired.DayNumber) switch
        {
            < 120 => 0.7,
            < 700 => 1.35,
            < 1_500 => 1.0,
            _ => 0.6,
        };
        return DepartmentProfile.Of(place.Department).YearlyAttrition / 12 * level * tenure
            * s_leaving[month.Month - 1] * unrest.LeavingFactor(place.Department, month);
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
}
