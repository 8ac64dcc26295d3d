using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Data;
using Sophia.Data.EventLog;
using Sophia.Data.Messaging;
using Sophia.Data.Projection;
using Sophia.Data.Sources;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Api;

/// <summary>A business of two stages: what happens goes through the event log, the projector and the outbox as in production.</summary>
internal sealed class Company : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly bool _announces;
    private int _deals;

    private Company(IHost host, bool announces)
    {
        _host = host;
        _announces = announces;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="database">A migrated database.</param>
    /// <param name="bus">Where movements are announced, or null where the bus is down.</param>
    public static async Task<Company> OpenAsync(TestDatabase database, string? bus)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ConnectionStrings:sophiadb"] = database.ConnectionString,
            ["ConnectionStrings:bus"] = bus,
        });
        builder.AddNpgsqlDataSource("sophiadb");
        builder.AddRabbitMQClient("bus");
        builder.Services.AddSophiaData();
        builder.Services.AddSingleton<IFactMapping, Mapping>();
        var company = new Company(builder.Build(), bus is not null);
        await company.SayAsync("test.stage", "sales/won", new { won = true });
        await company.SayAsync("test.stage", "sales/open", new { won = false });
        return company;
    }

    /// <summary>Wins a new deal today.</summary>
    public Task WinDealAsync(decimal amount) => SayAsync("test.deal", $"{++_deals}", new { amount, stage = "sales/won" });

    /// <summary>Opens a new deal today, which moves the pipeline and no revenue.</summary>
    public Task OpenDealAsync(decimal amount) => SayAsync("test.deal", $"{++_deals}", new { amount, stage = "sales/open" });

    /// <summary>Reports how the source is.</summary>
    public Task ReportAsync(SourceStatus status) => _host.Services.GetRequiredService<SourceStatusStore>().ReportAsync(status, Token);

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable host)
        {
            await host.DisposeAsync();
        }
    }

    private async Task SayAsync(string kind, string id, object content)
    {
        var said = new NewEvent
        {
            Stream = new StreamName("test", kind, id),
            SourceVersion = 1,
            Payload = CanonicalJson.Write(JsonSerializer.SerializeToElement(content)),
        };
        await _host.Services.GetRequiredService<EventAppender>().AppendAsync([said], cursor: null, checkpoint: null, Token);

        // Other tests' transactions on the same server can hold the log's readers back for a moment.
        var projector = _host.Services.GetRequiredService<Projector>();
        while (await projector.ApplyNextAsync(100, Token) == 0)
        {
            await Task.Delay(5, Token);
        }

        if (_announces)
        {
            await _host.Services.GetRequiredService<OutboxRelay>().RelayNextAsync(Token);
        }
    }

    private sealed class Mapping : IFactMapping
    {
        public string KindPrefix => "test.";

        public IReadOnlyList<Fact> Map(LoggedEvent logged)
        {
            using var content = JsonDocument.Parse(logged.Payload);
            var key = new FactKey(logged.Stream.Connection, logged.Stream.ExternalId);
            if (logged.Stream.Kind == "test.stage")
            {
                var won = content.RootElement.GetProperty("won").GetBoolean();
                return
                [
                    new DealStage
                    {
                        Key = key, SourceVersion = 1, PipelineId = "sales", Label = won ? "Won" : "Open",
                        Order = won ? 1 : 0, Probability = won ? 1 : 0.5m, IsClosed = won, IsWon = won,
                    },
                ];
            }

            var stage = content.RootElement.GetProperty("stage").GetString()!;
            return
            [
                new Deal
                {
                    Key = key, SourceVersion = 1, Name = null, Amount = content.RootElement.GetProperty("amount").GetDecimal(),
                    ProductLine = "Core", OwnerId = null, AccountId = null, StageId = stage, CreatedAt = logged.RecordedAt,
                    ClosedAt = stage == "sales/won" ? logged.RecordedAt : null, StageHistory = [new(stage, logged.RecordedAt)],
                },
            ];
        }
    }
}
