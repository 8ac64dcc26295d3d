using Sophia.Core.Dashboard;
using Sophia.Core.Status;
using Sophia.Web.Alerts;

namespace Sophia.Tests.Web.Alerts;

public sealed class JudgementTests
{
    private static readonly Judgement s_all = new(IsWatched: true, Behind: string.Empty);

    [Fact]
    public void Without_agents_and_with_sources_behind_silence_means_nothing()
    {
        var judgement = s_all.After(Change([Service("api", ServiceHealth.Healthy), Service("agents", ServiceHealth.Unhealthy)], [Source("hubspot", FreshnessStatus.Stale), Source("gong", FreshnessStatus.Fresh)]));

        Assert.Equal(new(IsWatched: false, Behind: "HubSpot"), judgement);
        Assert.Equal(s_all, judgement.After(Change([Service("agents", ServiceHealth.Degraded)], [Source("hubspot", FreshnessStatus.Fresh)])));
    }

    [Fact]
    public void News_of_other_things_changes_nothing() =>
        Assert.Equal(s_all, s_all.After(Change([Service("postgres", ServiceHealth.Unhealthy)], sources: null)));

    private static StatusMessage.Change Change(IReadOnlyList<ServiceStatus> services, IReadOnlyList<SourceFreshness>? sources) =>
        new() { Sequence = 2, Health = ServiceHealth.Degraded, Services = services, Sources = sources, Latency = null, Maintenance = null };

    private static ServiceStatus Service(string name, ServiceHealth health) =>
        new() { Name = name, Health = health, Description = null, AnswerMilliseconds = null, Instances = [] };

    private static SourceFreshness Source(string name, FreshnessStatus status) =>
        new() { Source = name, Status = status, CheckedAt = SampleAlerts.Now, Loaded = 1, Total = 1, Error = null };
}
