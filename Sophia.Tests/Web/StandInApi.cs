using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.ServiceDiscovery;
using Microsoft.Extensions.Time.Testing;
using Sophia.Core.Dashboard;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Api;
using Sophia.Web.Dashboard;
using Sophia.Web.Live;

namespace Sophia.Tests.Web;

/// <summary>A server that speaks the dashboard's contract over real HTTP and a real socket and says what a test tells it to.</summary>
internal sealed class StandInApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServiceProvider? _discovery;
    private SharedFeeds? _feeds;

    private StandInApi(WebApplication app) => _app = app;

    /// <summary>The answer to a request for figures; the path decides which.</summary>
    public Func<HttpRequest, IResult> Answer { get; set; } = static request => Json(SampleFigures.AnswerTo(request));

    /// <summary>Sockets in the order in which the page opens them; bounded by the test's length.</summary>
    public Channel<StandInSocket> Sockets { get; } = Channel.CreateUnbounded<StandInSocket>();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<StandInApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var api = new StandInApi(app);
        app.UseWebSockets();
        app.MapGet("/api/v1/dashboard/metrics", (HttpRequest request) => api.Answer(request));
        app.Map("/ws/dashboard", async (HttpContext context) =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var stand = new StandInSocket(socket);
            await api.Sockets.Writer.WriteAsync(stand);
            await stand.ReadAsync(context.RequestAborted);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return api;
    }

    public static IResult Json(DashboardMetrics metrics) =>
        Results.Text(JsonSerializer.Serialize(metrics, DashboardJson.Default.DashboardMetrics), "application/json");

    /// <summary>A page's session that reaches this server as the real page does.</summary>
    public DashboardSession OpenSession() => new(
        new(new(new HttpClient { BaseAddress = Address }, PageTexts.All, NullLogger<ApiClient>.Instance)),
        _feeds ??= new(new(
            (_discovery ??= ApiDiscovery.Of(Address)).GetRequiredService<ServiceEndpointResolver>(),
            TimeProvider.System,
            NullLogger<DashboardFeed>.Instance)),
        new FakeTimeProvider(SampleFigures.Now),
        PageTexts.All);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (_discovery is not null)
        {
            await _discovery.DisposeAsync();
        }
    }
}
