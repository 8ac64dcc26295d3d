using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Integrations;
using Sophia.Integrations.Gong;
using Sophia.Integrations.Gong.Facts;

namespace Sophia.Tests.Integrations.Gong;

/// <summary>What tests do with a connector.</summary>
internal static class GongReading
{
    public static async Task<(List<NewEvent> Events, string Cursor)> PullAsync(this ISourceConnector connector, string resource, string? cursor = null)
    {
        List<NewEvent> events = [];
        await foreach (var page in connector.PullAsync(resource, cursor, TestContext.Current.CancellationToken))
        {
            events.AddRange(page.Events);
            cursor = page.Cursor;
        }

        return (events, cursor!);
    }

    public static List<T> Facts<T>(this IEnumerable<NewEvent> events)
        where T : Fact =>
        [.. events.SelectMany((read, index) => new GongFacts().Map(Logged(read, index))).OfType<T>()];

    public static LoggedEvent Notification(string callId) => Logged(GongNotification.Of(callId, []), 0);

    public static LoggedEvent Logged(NewEvent read, int index) => new()
    {
        Position = new LogPosition(1, index),
        Stream = read.Stream,
        SourceVersion = read.SourceVersion,
        RecordedAt = DateTimeOffset.UnixEpoch,
        Payload = read.Payload,
    };
}
