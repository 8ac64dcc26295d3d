using Sophia.Core.Alerts;

namespace Sophia.Data.Alerts;

/// <summary>Writes into the book that somebody takes care of an alert.</summary>
public static class AlertAcknowledgement
{
    /// <summary>The alert as it is then, or null where none of this name goes on.</summary>
    /// <param name="book">The book.</param>
    /// <param name="id">The alert.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The present.</param>
    public static Alert? Take(AlertBook book, Guid id, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (book.Open.FirstOrDefault(alert => alert.Id == id) is not { } alert)
        {
            return null;
        }

        book.State = book.State with
        {
            Incidents = [.. book.State.Incidents.Select(incident => incident.Id == id ? incident with { AcknowledgedBy = by } : incident)],
        };
        return book.Put(AlertHistory.Add(alert with { AcknowledgedBy = by, AcknowledgedAt = now, ChangedAt = now }, now, $"Acknowledged by {by}"));
    }
}
