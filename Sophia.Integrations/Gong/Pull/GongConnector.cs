using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;
using Sophia.Integrations.Gong.Client;
using Sophia.Integrations.Gong.Client.Messages;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.Gong.Pull;

/// <summary>Reads Gong's users, calls and transcripts.</summary>
internal sealed class GongConnector(GongApi api, GongBudget budget, IOptions<GongOptions> options) : ISourceConnector
{
    private const string Users = "users";

    // Gong answers at most as many.
    private const int IdsOfRequest = 100;

    private static readonly TimeSpan s_gatherShortly = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_gatherLonger = TimeSpan.FromSeconds(1);

    private readonly CallObjects _calls = CallObjects.Calls(api);
    private readonly CallObjects _transcripts = CallObjects.Transcripts(api);

    public string Connection => GongKinds.Connection;

    // Users first, so that a call finds its host; calls before what was said in them.
    public IReadOnlyList<SourceResource> Resources => [new(Users), new(_calls.Resource), new(_transcripts.Resource)];

    public TimeSpan PollInterval => options.Value.PollInterval;

    public TimeSpan GatherFor => budget.IsScarce ? s_gatherLonger : s_gatherShortly;

    public string NotificationKind => GongKinds.Notification;

    public async IAsyncEnumerable<SourcePage> PullAsync(
        string resource, string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (resource is Users)
        {
            yield return await new UserPull(api).ReadAsync(cancellationToken);
            yield break;
        }

        var objects = Array.Find([_calls, _transcripts], one => one.Resource.Equals(resource, StringComparison.Ordinal))
            ?? throw new ArgumentOutOfRangeException(nameof(resource), resource, "Gong has no such resource.");
        await foreach (var page in new CallPull(objects, options).ReadAsync(CallCursor.Parse(cursor), cancellationToken))
        {
            yield return page;
        }
    }

    public async Task<IReadOnlyList<NewEvent>> ReadNotifiedAsync(
        IReadOnlyList<LoggedEvent> notifications, CancellationToken cancellationToken)
    {
        List<NewEvent> events = [];
        var ids = notifications.Select(GongNotification.CallIdOf).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var some in ids.Chunk(IdsOfRequest))
        {
            var filter = new CallsFilter(CallIds: some);
            foreach (var objects in new[] { _calls, _transcripts })
            {
                var page = await objects.ListAsync(filter, null, RequestUrgency.Live, cancellationToken);
                events.AddRange(objects.EventsOf(page.Objects));
            }
        }

        return events;
    }
}
