namespace Sophia.Core.Status;

/// <summary>Announces work on Sophia.</summary>
public sealed record MaintenanceRequest
{
    // A sentence or two on a narrow screen.
    private const int LongestText = 500;

    // Longer work is a state, not a notice.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(30);

    /// <summary>What people are told.</summary>
    public string? Text { get; init; }

    /// <summary>When the work begins; null for now.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>When the work ends.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>What is wrong with the request, per field.</summary>
    /// <param name="now">The present.</param>
    public Dictionary<string, string[]> Check(DateTimeOffset now)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (Text?.Trim() is not { Length: > 0 and <= LongestText })
        {
            errors["text"] = [$"Expected 1 to {LongestText} characters."];
        }

        var starts = StartsAt ?? now;
        if (EndsAt is not { } ends || ends <= starts || ends <= now)
        {
            errors["endsAt"] = ["Expected a time after now and after 'startsAt'."];
        }
        else if (ends - starts > s_longest)
        {
            errors["endsAt"] = [$"A notice covers at most {s_longest.Days} days."];
        }

        return errors;
    }
}
