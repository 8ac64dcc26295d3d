using Sophia.Core.Events;

namespace Sophia.Integrations;

/// <summary>Reads one connected source system: everything once, then what changed, and at once what a webhook pointed at.</summary>
public interface ISourceConnector
{
    /// <summary>The connection's name, for example <c>hubspot</c>.</summary>
    string Connection { get; }

    /// <summary>What is read, in the order in which it is loaded.</summary>
    IReadOnlyList<SourceResource> Resources { get; }

    /// <summary>How long to wait between two looks for changes.</summary>
    TimeSpan PollInterval { get; }

    /// <summary>How long to gather notifications before reading what they point at: longer while the source's request limit is nearly used up.</summary>
    TimeSpan GatherFor { get; }

    /// <summary>The kind of the events that the source's webhooks leave in the log, for example <c>hubspot.notification</c>.</summary>
    string NotificationKind { get; }

    /// <summary>
    /// Pages of a resource from the cursor on: first the whole history, then what changed since; ends when caught up. At
    /// least one page comes, if only to move the cursor.
    /// </summary>
    /// <param name="resource">The name of one of <see cref="Resources"/>.</param>
    /// <param name="cursor">The cursor of the last page that was stored, or null to begin.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SourceException">The source does not answer, or refuses to.</exception>
    IAsyncEnumerable<SourcePage> PullAsync(string resource, string? cursor, CancellationToken cancellationToken);

    /// <summary>The present state of the objects that notifications point at, each object once.</summary>
    /// <param name="notifications">Entries of the kind <see cref="NotificationKind"/>, in the order of the log.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SourceException">The source does not answer, or refuses to.</exception>
    Task<IReadOnlyList<NewEvent>> ReadNotifiedAsync(IReadOnlyList<LoggedEvent> notifications, CancellationToken cancellationToken);
}
