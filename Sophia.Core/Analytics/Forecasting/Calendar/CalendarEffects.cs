using Sophia.Core.Analytics.Forecasting.Decomposition;

namespace Sophia.Core.Analytics.Forecasting.Calendar;

/// <summary>By how much each named day has differed from the ordinary days around it.</summary>
internal sealed class CalendarEffects
{
    // Ordinary days on either side that a named day is compared with.
    private const int Neighbourhood = 10;

    private readonly CalendarDays _calendar;
    private readonly Dictionary<string, double> _effects;

    private CalendarEffects(CalendarDays calendar, Dictionary<string, double> effects) => (_calendar, _effects) = (calendar, effects);

    /// <summary>Mean deviations by name, shrunk by what chance alone would give; none where they are within two standard errors.</summary>
    public static CalendarEffects Estimate(double[] history, IReadOnlyList<int> seasons, CalendarDays calendar)
    {
        var adjusted = MultipleSeasons.Split(history, seasons).Adjusted;
        var deviations = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        double squares = 0;
        var ordinary = 0;
        for (var index = 0; index < adjusted.Length; index++)
        {
            if (calendar.NameAt(index) is { } name)
            {
                (deviations.TryGetValue(name, out var known) ? known : deviations[name] = []).Add(Deviation(adjusted, index, calendar));
            }
            else if (index % 7 == 0)
            {
                // One ordinary day in seven is enough to know the noise.
                var deviation = Deviation(adjusted, index, calendar);
                squares += deviation * deviation;
                ordinary++;
            }
        }

        var noise = squares / Math.Max(1, ordinary);
        return new CalendarEffects(
            calendar, deviations.ToDictionary(pair => pair.Key, pair => Shrunk(pair.Value, noise), StringComparer.Ordinal));
    }

    /// <summary>The effect of the day at an index; 0 for an ordinary one or one that never occurred.</summary>
    public double At(int index) => _calendar.NameAt(index) is { } name ? _effects.GetValueOrDefault(name) : 0;

    /// <summary>The history as it would have been without named days.</summary>
    public double[] Without(double[] history) => [.. history.Select((value, index) => value - At(index))];

    private static double Shrunk(List<double> deviations, double noise)
    {
        var mean = deviations.Average();
        var chance = noise / deviations.Count;
        return mean * mean > 4 * chance ? mean * (1 - (chance / (mean * mean))) : 0;
    }

    private static double Deviation(double[] adjusted, int index, CalendarDays calendar)
    {
        List<double> around = [];
        for (var other = Math.Max(0, index - Neighbourhood); other <= Math.Min(adjusted.Length - 1, index + Neighbourhood); other++)
        {
            if (other != index && calendar.NameAt(other) is null)
            {
                around.Add(adjusted[other]);
            }
        }

        if (around.Count == 0)
        {
            return 0;
        }

        around.Sort();
        return adjusted[index] - around[around.Count / 2];
    }
}
