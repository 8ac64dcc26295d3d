using System.Net.WebSockets;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.ServiceDiscovery;
using Sophia.Core.Alerts;
using Sophia.Web.Alerts;
using Sophia.Web.Live;

namespace Sophia.Tests.Web.Alerts;

public sealed class AlertWatchTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_break_the_pages_keep_what_they_know_and_ask_only_for_what_they_missed()
    {
        // A server that answers the first connection with a snapshot and breaks it, and the second with what came meanwhile.
        var asked = Channel.CreateBounded<string>(4);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseWebSockets();
        app.Map("/ws/alerts", async (HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var isFirst = context.Request.Query.Count == 0;
            await asked.Writer.WriteAsync(context.Request.QueryString.ToString());
            await SendAsync(socket, isFirst
                ? new AlertMessage.Snapshot { Sequence = 41, Alerts = [SampleAlerts.Below("Before")] }
                : new AlertMessage.Opened { Sequence = 42, Alert = SampleAlerts.Below("Meanwhile", minutesAgo: 1) });
            if (!isFirst)
            {
                await SendAsync(socket, new AlertMessage.Resumed { Sequence = 42 });
                await socket.ReceiveAsync(new byte[16], context.RequestAborted);
            }
        });
        await app.StartAsync(Cancelled);
        await using var discovery = ApiDiscovery.Of(new Uri(app.Urls.Single()));
        var services = discovery.GetRequiredService<ServiceEndpointResolver>();
        using var watch = new AlertWatch(
            new(services, TimeProvider.System, NullLogger<AlertFeed>.Instance),
            new(services, TimeProvider.System, NullLogger<StatusFeed>.Instance),
            TimeProvider.System);
        var states = Channel.CreateUnbounded<OpenAlerts>();
        watch.Changed += (_, _) => states.Writer.TryWrite(watch.Open);

        await watch.StartAsync(Cancelled);
        var lost = await NextAsync(states, static open => open.Live.State == LiveState.Reconnecting);
        var back = await NextAsync(states, static open => open is { Sequence: 42, Live.State: LiveState.Connected });
        await watch.StopAsync(Cancelled);

        Assert.Equal(("", "?lastSequence=41"), (await asked.Reader.ReadAsync(Cancelled), await asked.Reader.ReadAsync(Cancelled)));
        Assert.Equal("Before", Assert.Single(lost.Alerts!).Name);
        Assert.Equal("Meanwhile, Before", string.Join(", ", back.Alerts!.Select(static alert => alert.Name)));
    }

    private static async Task<OpenAlerts> NextAsync(Channel<OpenAlerts> states, Func<OpenAlerts, bool> wanted)
    {
        OpenAlerts seen;
        do
        {
            seen = await states.Reader.ReadAsync(Cancelled);
        }
        while (!wanted(seen));

        return seen;
    }

    private static Task SendAsync(WebSocket socket, AlertMessage message) => socket.SendAsync(
        JsonSerializer.SerializeToUtf8Bytes(message, AlertsJson.Default.AlertMessage), WebSocketMessageType.Text, endOfMessage: true, Cancelled);
}
