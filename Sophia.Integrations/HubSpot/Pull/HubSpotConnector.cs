using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;
using Sophia.Integrations.HubSpot.Client;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>Reads HubSpot's deal pipelines, owners, companies and deals.</summary>
internal sealed class HubSpotConnector(
    HubSpotApi api, ObjectReader reader, HubSpotBudget budget, IOptions<HubSpotOptions> options) : ISourceConnector
{
    private const string Pipelines = "pipelines";
    private const string Owners = "owners";

    // A round of notifications costs up to three calls: deals, their companies, companies.
    private const int CallsOfRound = 3;

    private static readonly TimeSpan s_gatherShortly = TimeSpan.FromMilliseconds(20);

    private readonly ObjectType _companies = ObjectType.Companies(options.Value);
    private readonly ObjectType _deals = ObjectType.Deals(options.Value);

    public string Connection => HubSpotKinds.Connection;

    // Stages, owners and companies first, so that a deal finds what it refers to.
    public IReadOnlyList<SourceResource> Resources => [new(Pipelines), new(Owners), new(_companies.Path), new(_deals.Path)];

    public TimeSpan PollInterval => options.Value.PollInterval;

    // Where rounds came one after the other, a steady stream of changes would use up the limit and then wait for seconds.
    public TimeSpan GatherFor => budget.IsScarce
        ? TimeSpan.FromSeconds(10) * CallsOfRound / options.Value.RequestsPerTenSeconds
        : s_gatherShortly;

    public string NotificationKind => HubSpotKinds.Notification;

    public async IAsyncEnumerable<SourcePage> PullAsync(
        string resource, string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (resource is Pipelines)
        {
            yield return await new StagePull(api).ReadAsync(cancellationToken);
            yield break;
        }

        if (resource is Owners)
        {
            yield return await new OwnerPull(api).ReadAsync(cancellationToken);
            yield break;
        }

        var type = Array.Find([_companies, _deals], one => one.Path.Equals(resource, StringComparison.Ordinal))
            ?? throw new ArgumentOutOfRangeException(nameof(resource), resource, "HubSpot has no such resource.");
        var history = new HistoryPull(api);
        var state = PullCursor.Parse(cursor) ?? await history.BeginAsync(type, cancellationToken);
        await foreach (var page in history.ReadAsync(type, state, cancellationToken))
        {
            state = page.Cursor;
            yield return Page(page.Events, state);
        }

        await foreach (var page in new ChangePull(api, reader).ReadAsync(type, state, cancellationToken))
        {
            yield return Page(page.Events, page.Cursor);
        }
    }

    public async Task<IReadOnlyList<NewEvent>> ReadNotifiedAsync(
        IReadOnlyList<LoggedEvent> notifications, CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(
            from type in new[] { _companies, _deals }
            let asked = NotifiedObjects.Of(type, notifications)
            where asked.Count > 0
            select reader.ReadAsync(type, asked, RequestUrgency.Live, cancellationToken));
        return [.. read.SelectMany(static events => events)];
    }

    private static SourcePage Page(IReadOnlyList<NewEvent> events, PullCursor cursor) =>
        new(events, cursor.ToString(), cursor.HistoryLoaded, cursor.Loaded, cursor.Total);
}
