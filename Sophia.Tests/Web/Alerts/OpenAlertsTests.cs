using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Web.Alerts;
using Sophia.Web.Live;

namespace Sophia.Tests.Web.Alerts;

public sealed class OpenAlertsTests
{
    private static readonly OpenAlerts s_nothingHeard = new(new(LiveState.Connecting, SampleAlerts.Now), Sequence: null, Alerts: null);

    [Fact]
    public void What_opens_changes_and_ends_is_followed_from_the_snapshot_on()
    {
        var (first, second) = (SampleAlerts.Below("First", minutesAgo: 20), SampleAlerts.Below("Second", minutesAgo: 5));

        var open = s_nothingHeard
            .After(new AlertMessage.Snapshot { Sequence = 4, Alerts = [first] })
            .After(new AlertMessage.Opened { Sequence = 5, Alert = second })
            .After(new AlertMessage.Changed { Sequence = 6, Alert = first with { AcknowledgedBy = "Ann" } });

        Assert.Equal([("Second", null), ("First", "Ann")], open.Alerts!.Select(static alert => (alert.Name, alert.AcknowledgedBy)));
        var over = open.After(new AlertMessage.Resolved { Sequence = 7, Alert = second }).After(new AlertMessage.Resumed { Sequence = 9 });
        Assert.Equal(first.Id, Assert.Single(over.Alerts!).Id);
        Assert.Equal(9, over.Sequence);
    }

    [Fact]
    public void The_most_severe_come_first_then_what_nobody_cares_for_and_what_is_muted_is_not_heard_until_its_end()
    {
        var until = SampleAlerts.Now.AddMinutes(30);
        var open = s_nothingHeard.After(new AlertMessage.Snapshot
        {
            Sequence = 1,
            Alerts =
            [
                SampleAlerts.Below("Taken", AlertSeverity.Critical, 1) with { AcknowledgedBy = "Ann" },
                SampleAlerts.Below("Newer", minutesAgo: 2),
                SampleAlerts.Below("Muted", AlertSeverity.Critical, 3) with { MutedUntil = until },
                SampleAlerts.Below("Critical", AlertSeverity.Critical, 60),
                SampleAlerts.Below("Older", minutesAgo: 90),
            ],
        });

        Assert.Equal("Critical, Taken, Newer, Older", string.Join(", ", open.Audible(SampleAlerts.Now).Select(static alert => alert.Name)));
        Assert.Equal(5, open.Audible(until).Count);
    }
}
