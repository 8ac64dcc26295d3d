using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Alerts;
using Sophia.Core.Lists;
using Sophia.Web.Api;
using Sophia.Web.Figures;

namespace Sophia.Web.Alerts;

/// <summary>The times in which nobody wants to hear of alerts.</summary>
public sealed partial class MutesPage
{
    private string? _refusal;

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => string.Empty;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    private protected override async Task<ApiAnswer<MutesView>> ReadAsync(CancellationToken cancellationToken) =>
        // At most 100 mutes can wait or go on.
        await Api.GetAsync("/api/v1/alerts/mutes?state=current&limit=200", AlertsJson.Default.PageAlertMute, cancellationToken) switch
        {
            ApiAnswer<Page<AlertMute>>.Success { Value.Items: var mutes } => new ApiAnswer<MutesView>.Success(new(mutes)),
            ApiAnswer<Page<AlertMute>>.Failure failure => new ApiAnswer<MutesView>.Failure(failure.Cause),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };

    private async Task EndAsync(AlertMute mute)
    {
        // Somebody else may have been faster: ended is ended.
        var answer = await Api.SendAsync(HttpMethod.Delete, $"/api/v1/alerts/mutes/{mute.Id}", Leaving);
        _refusal = answer is ApiAnswer<Done>.Failure { IsMissing: false } failure ? failure.Cause : null;
        await LoadAsync();
    }

    private string Subject(AlertMute mute) => mute.Metric is { } metric
        ? AlertText.Subject(Text, metric, mute.Scope?.Split('=', 2)[^1])
        : Text["mute.everything"].Value + (mute.Scope is { } scope ? " · " + scope.Split('=', 2)[^1] : string.Empty);

    private string When(AlertMute mute) => mute.Weekly
        ? Text["mute.weekly", Weekly(mute.From), Weekly(mute.Until)]
        : Text[mute.From > Now ? "mute.later" : "mute.until", AgeText.Moment(Text, mute.From, Now), AgeText.Moment(Text, mute.Until, Now)];

    private static string Weekly(DateTimeOffset moment) => moment.UtcDateTime.ToString("dddd HH:mm", CultureInfo.CurrentCulture) + " UTC";
}
