using System.Net;
using System.Net.Http.Json;
using Npgsql;
using Sophia.Core.Alerts;
using Sophia.Data.Alerts;

namespace Sophia.Tests.Api.Alerts;

public sealed class MutesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Current_mutes_are_those_that_are_not_over_or_come_again()
    {
        await using var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);
        await using var database = NpgsqlDataSource.Create(api.Database.ConnectionString);
        var now = TimeProvider.System.GetUtcNow();
        var mutes = new AlertMuteStore(database);
        foreach (var (reason, until, weekly) in new[] { ("Past", now.AddDays(-1), false), ("Weekly", now.AddDays(-1), true), ("Present", now.AddHours(1), false) })
        {
            await mutes.AddAsync(
                new() { Id = Guid.CreateVersion7(), Metric = null, Scope = null, From = now.AddDays(-2), Until = until, Weekly = weekly, Reason = reason }, Token);
        }

        var current = await api.Client.GetFromJsonAsync("/api/v1/alerts/mutes?state=current", AlertsJson.Default.PageAlertMute, Token);
        var all = await api.Client.GetFromJsonAsync("/api/v1/alerts/mutes", AlertsJson.Default.PageAlertMute, Token);
        using var refused = await api.Client.GetAsync("/api/v1/alerts/mutes?state=perhaps", Token);

        Assert.Equal("Weekly, Present", string.Join(", ", current!.Items.Select(static mute => mute.Reason)));
        Assert.Equal(3, all!.Items.Count);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }
}
