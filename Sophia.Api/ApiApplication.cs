using Sophia.Api.Alerts;
using Sophia.Api.Compression;
using Sophia.Api.Conversations;
using Sophia.Api.Dashboard;
using Sophia.Api.Health;
using Sophia.Api.Imports;
using Sophia.Api.Integrations;
using Sophia.Api.Live;
using Sophia.Api.OpenApi;
using Sophia.Api.Predictions;
using Sophia.Api.Problems;
using Sophia.Api.Security;
using Sophia.Api.Status;
using Sophia.Api.Team;
using Sophia.Api.Webhooks;
using Sophia.Data;
using Sophia.Data.DataProtection;
using Sophia.Integrations;

namespace Sophia.Api;

/// <summary>The application: what it is made of, and what a request goes through.</summary>
internal static class ApiApplication
{
    /// <param name="args">The command line.</param>
    /// <param name="configure">Changes settings before anything reads them.</param>
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        configure?.Invoke(builder);

        builder.AddServiceDefaults();
        builder.AddNpgsqlDataSource("sophiadb", configureDataSourceBuilder: DatabaseConnections.Configure);
        builder.AddRedisClient("cache");
        builder.AddRabbitMQClient("bus");
        builder.Services.AddSophiaData();
        builder.Services.AddSharedDataProtection("Sophia.Api");
        builder.AddWebhookReceivers();
        builder.Services
            .AddProblems()
            .AddLive()
            .AddDashboard()
            .AddPredictionAnswers()
            .AddImports()
            .AddTeam()
            .AddIntegrationsApi()
            .AddStatus()
            .AddAlerts()
            .AddHistoryHealth()
            .AddLocalAccessOnly()
            .AddJsonCompression()
            .AddApiDocument();

        var app = builder.Build();
        app.RefusePublicAddresses();

        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseResponseCompression();
        app.UseLive();
        app.UseApiDocument();

        app.MapDefaultEndpoints();
        var api = app.MapGroup("")
            .ProducesProblem(StatusCodes.Status500InternalServerError)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapDashboard();
        api.MapDeals();
        api.MapCustomers();
        api.MapSales();
        api.MapPredictions();
        api.MapImports();
        api.MapTeam();
        api.MapIntegrations();
        api.MapConversations();
        api.MapStatus();
        api.MapMaintenance();
        api.MapAlerts();
        api.MapMutes();
        api.MapRules();
        api.MapBaselines();
        api.MapWebhooks();
        return app;
    }
}
