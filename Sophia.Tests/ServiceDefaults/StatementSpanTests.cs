using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.ServiceDefaults;

public sealed class StatementSpanTests
{
    private const string Secret = "somebody@example.org";
    private const string Statement = "SELECT 'asked by the test of spans ' || $1";

    [Fact]
    public async Task A_statement_of_a_request_is_in_its_trace_without_its_values()
    {
        await using var database = await TestDatabase.CreateAsync();
        var spans = await RecordAsync(database, "/person", request: true);

        var statement = Assert.Single(spans, static span => span.Tags.Any(static tag => tag.Value?.Contains(Statement, StringComparison.Ordinal) == true));
        Assert.Equal(ActivityKind.Client, statement.Kind);
        Assert.Equal(Assert.Single(spans, static span => span.Kind == ActivityKind.Server).TraceId, statement.TraceId);
        Assert.DoesNotContain(spans, static span =>
            span.DisplayName.Contains(Secret, StringComparison.Ordinal)
            || span.TagObjects.Any(static tag => tag.Value?.ToString()?.Contains(Secret, StringComparison.Ordinal) == true)
            || span.Events.Any(static happened => happened.Tags.Any(static tag => tag.Value?.ToString()?.Contains(Secret, StringComparison.Ordinal) == true)));
    }

    [Fact]
    public async Task A_statement_that_belongs_to_nothing_is_not_recorded()
    {
        await using var database = await TestDatabase.CreateAsync();

        var spans = await RecordAsync(database, "/alive", request: false);

        // Other tests of this process have statements of their own.
        Assert.DoesNotContain(spans, static span => span.TagObjects.Any(static tag => tag.Value?.ToString()?.Contains(Statement, StringComparison.Ordinal) == true));
    }

    private static async Task<IReadOnlyList<Activity>> RecordAsync(TestDatabase database, string path, bool request)
    {
        // Bounded by the one request of the test.
        var recorded = new ConcurrentQueue<Activity>();
        await using var service = await LocalService.StartAsync(
            app =>
            {
                app.MapDefaultEndpoints();
                app.MapGet("/person", async (CancellationToken cancellationToken) => await AskAsync(database, cancellationToken));
            },
            builder =>
            {
                builder.AddServiceDefaults();
                builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(new SimpleActivityExportProcessor(new Recorder(recorded))));
            });
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { ActivityHeadersPropagator = null });
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(service.Address, path));
        // Other tests of this process are asked things meanwhile: the trace tells whose spans these are.
        var traceId = ActivityTraceId.CreateRandom();
        message.Headers.Add("traceparent", $"00-{traceId}-{ActivitySpanId.CreateRandom()}-01");
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        if (request)
        {
            await Eventually.SeeAsync(() => Task.FromResult(recorded.Any(span => span.Kind == ActivityKind.Server && span.TraceId == traceId)), static seen => seen, TimeSpan.FromSeconds(30));
        }
        else
        {
            Activity.Current = null;
            await AskAsync(database, TestContext.Current.CancellationToken);
        }

        await service.DisposeAsync();
        return [.. recorded.Where(span => !request || span.TraceId == traceId)];
    }

    private static async Task<string> AskAsync(TestDatabase database, CancellationToken cancellationToken)
    {
        await using var command = database.DataSource.CreateCommand(Statement);
        command.Parameters.Add(new NpgsqlParameter { Value = Secret });
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private sealed class Recorder(ConcurrentQueue<Activity> spans) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                spans.Enqueue(span);
            }

            return ExportResult.Success;
        }
    }
}
