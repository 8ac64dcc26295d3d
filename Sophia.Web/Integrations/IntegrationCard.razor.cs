using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Dashboard;
using Sophia.Core.Integrations;
using Sophia.Web.Figures;
using Sophia.Web.Pages;

namespace Sophia.Web.Integrations;

/// <summary>One connected system: how it is, what Sophia holds of it, and a look at it now.</summary>
public sealed partial class IntegrationCard
{
    /// <summary>What is known of the system.</summary>
    [Parameter, EditorRequired]
    public required Integration Integration { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>Why the last wish for a look was refused, or null.</summary>
    [Parameter]
    public string? Refusal { get; set; }

    /// <summary>Has the system looked at now.</summary>
    [Parameter]
    public EventCallback OnSync { get; set; }

    private string Name => SourceName.Of(Integration.Connection);

    private string TitleId => "integration-title-" + Integration.Connection;

    private StatusLevel Level => Integration switch
    {
        { Error.Failure: IntegrationFailure.Refused } => StatusLevel.Bad,
        { Error: not null } or { Status: FreshnessStatus.Stale or FreshnessStatus.Loading } => StatusLevel.Warning,
        { Status: FreshnessStatus.Fresh } => StatusLevel.Good,
        _ => StatusLevel.Neutral,
    };

    private string Word => Integration switch
    {
        { Error.Failure: IntegrationFailure.Refused } => Text["integration.refused"],
        { Error.Failure: IntegrationFailure.LimitReached } => Text["integration.limited"],
        { Error: not null } => Text["integration.failing"],
        { Status: FreshnessStatus.Stale } => Text["integration.stale"],
        { Status: FreshnessStatus.Loading } => Text["integration.firstLoad"],
        { Status: FreshnessStatus.Fresh } => Text["integration.fresh"],
        _ => Text["integration.noData"],
    };

    private string Loaded
    {
        get
        {
            var loaded = Integration.Loaded.ToString("N0", CultureInfo.CurrentCulture);
            return Integration.Total is { } total
                ? Text["notice.loadedOf", loaded, total.ToString("N0", CultureInfo.CurrentCulture)]
                : Text["notice.loaded", loaded];
        }
    }

    private string Asked => Integration switch
    {
        { SyncWaiting: true } => Text["integration.waiting"],
        { SyncRequestedAt: { } asked, LastSuccessAt: { } reached } when reached >= asked => Text["integration.synced", AgeText.Age(Text, Now - reached)],
        _ => string.Empty,
    };

    private string KindName(string kind) => Text["kind." + kind] is { ResourceNotFound: false, Value: var name } ? name : kind;
}
