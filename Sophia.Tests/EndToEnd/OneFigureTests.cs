using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Sophia.Core.Alerts;
using Sophia.Core.Dashboard;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class OneFigureTests(SharedStack shared)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_API_socket_rows_and_alert_say_the_same()
    {
        var stack = await shared.Stack;
        var page = await LivePageTests.OpenLiveAsync(stack);
        using var added = await stack.Api.PostAsJsonAsync(
            "/api/v1/alerts/rules",
            new { name = "One figure", metric = "revenue.won", condition = "above", threshold = 0, period = "last12Months", severity = "information" },
            Cancelled);
        var rule = (await added.Content.ReadFromJsonAsync(AlertsJson.Default.MetricRule, Cancelled))!;
        try
        {
            // Other tests win deals meanwhile, so all five are read until no deal came between them.
            var seen = await Eventually.SeeAsync(
                async () => new Figures(
                    (await stack.ReadMetricsAsync("metrics=revenue.won")).Metrics[0].Value,
                    await ReadSocketAsync(stack),
                    await AddUpRowsAsync(stack),
                    await ReadAlertAsync(stack, rule.Id),
                    await LivePageTests.ReadAsync(page)),
                static seen => seen.Agree,
                s_patience);

            Assert.True(seen.Api > 0);
        }
        finally
        {
            using var deleted = await stack.Api.DeleteAsync($"/api/v1/alerts/rules/{rule.Id}", Cancelled);
        }
    }

    private static async Task<decimal?> ReadSocketAsync(RunningStack stack)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(new Uri(stack.Api.BaseAddress!, "/ws/dashboard")) { Scheme = "ws" }.Uri, Cancelled);
        await socket.SendAsync(
            Encoding.UTF8.GetBytes("""{"type":"subscribe","id":"one","metrics":["revenue.won"]}"""), WebSocketMessageType.Text, endOfMessage: true, Cancelled);
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, Cancelled);
            content.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return ((DashboardMessage.Snapshot)JsonSerializer.Deserialize(content.ToArray(), DashboardJson.Default.DashboardMessage)!).Data.Metrics[0].Value;
    }

    private static async Task<decimal?> AddUpRowsAsync(RunningStack stack)
    {
        var sum = 0m;
        string? cursor = null;
        do
        {
            var rows = await stack.Api.GetFromJsonAsync(
                $"/api/v1/dashboard/rows?metric=revenue.won&limit=200{(cursor is null ? "" : $"&cursor={cursor}")}", DashboardJson.Default.MetricRows, Cancelled);
            sum += rows!.Items.Sum(static row => row.Contribution);
            cursor = rows.Next;
        }
        while (cursor is not null);

        return sum;
    }

    // The alert may belong to a cause that another rule found first; its own figure is then among what is related.
    private static async Task<decimal?> ReadAlertAsync(RunningStack stack, Guid rule)
    {
        var page = await stack.Api.GetFromJsonAsync("/api/v1/alerts?metric=revenue.won&limit=200", AlertsJson.Default.PageAlert, Cancelled);
        return page!.Items.Where(alert => alert.Rule == rule).Select(static alert => alert.Reading.Value)
            .Concat(page.Items.SelectMany(static alert => alert.Related).Where(related => related.Rule == rule).Select(static related => related.Value))
            .FirstOrDefault();
    }

    private sealed record Figures(decimal? Api, decimal? Socket, decimal? Rows, decimal? Alert, decimal Page)
    {
        // To the cent; the tile shows whole units.
        public bool Agree => Api is { } figure && Socket == figure && Rows == figure && Alert == figure && Page == Math.Round(figure);
    }
}
