using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sophia.Core.Conversations;
using Sophia.Core.Metrics;
using Sophia.Data.Conversations;

namespace Sophia.Api.Conversations;

/// <summary>Which calls are asked for.</summary>
internal sealed record InsightParameters
{
    private const int LongestRangeInDays = 3660;

    // Longer than any name; bounds what is looked for in each row.
    private const int LongestParticipant = 200;

    private static readonly string[] s_directions = ["unknown", "inbound", "outbound", "conference"];

    /// <summary>The first day.</summary>
    [FromQuery(Name = "from")]
    [Description("The first day (yyyy-MM-dd, UTC); by default the first of the month eleven months before `to`.")]
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    [FromQuery(Name = "to")]
    [Description("The last day (yyyy-MM-dd, UTC); by default today.")]
    public string? To { get; init; }

    /// <summary>Who took part.</summary>
    [FromQuery(Name = "participant")]
    [Description("A colleague's user id, or a part of the name of anybody who took part; by default all.")]
    public string? Participant { get; init; }

    /// <summary>With whom.</summary>
    [FromQuery(Name = "type")]
    [Description("external, internal or unknown; by default all.")]
    public string? Type { get; init; }

    /// <summary>Who called whom.</summary>
    [FromQuery(Name = "direction")]
    [Description("inbound, outbound, conference or unknown; by default all.")]
    public string? Direction { get; init; }

    /// <summary>The filter.</summary>
    /// <param name="connection">The source.</param>
    /// <param name="today">The present UTC day.</param>
    /// <param name="errors">Takes what is wrong, per parameter.</param>
    /// <returns>Null where something is wrong.</returns>
    public CallFilter? Parse(string connection, DateOnly today, Dictionary<string, string[]> errors)
    {
        var before = errors.Count;
        var to = ParseDay(To, "to", errors) ?? today;
        var from = ParseDay(From, "from", errors) ?? new DateOnly(to.Year, to.Month, 1).AddMonths(-11);
        if (from > to)
        {
            errors.TryAdd("from", [$"'from' ({from:yyyy-MM-dd}) is after 'to' ({to:yyyy-MM-dd})."]);
        }
        else if (to.DayNumber - from.DayNumber >= LongestRangeInDays)
        {
            errors.TryAdd("from", [$"At most {LongestRangeInDays} days are answered."]);
        }

        CallType? type = null;
        if (Type is { Length: > 0 })
        {
            type = Type switch
            {
                "external" => CallType.External,
                "internal" => CallType.Internal,
                "unknown" => CallType.Unknown,
                _ => null,
            };
            if (type is null)
            {
                errors["type"] = [$"'{Type}' is none of external, internal and unknown."];
            }
        }

        if (Direction is { Length: > 0 } && !s_directions.Contains(Direction, StringComparer.Ordinal))
        {
            errors["direction"] = [$"'{Direction}' is none of {string.Join(", ", s_directions)}."];
        }

        if (Participant is { Length: > LongestParticipant })
        {
            errors["participant"] = [$"At most {LongestParticipant} characters are looked for."];
        }

        return errors.Count > before
            ? null
            : new CallFilter(connection, new DateRange(from, to), NullIfEmpty(Participant), type, NullIfEmpty(Direction));
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static DateOnly? ParseDay(string? text, string name, Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors[name] = [$"'{text}' is not a day like 2026-01-31."];
        return null;
    }
}
