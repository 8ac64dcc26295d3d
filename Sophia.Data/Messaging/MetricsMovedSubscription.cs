using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Sophia.Core.Telemetry;

namespace Sophia.Data.Messaging;

/// <summary>Hears every notice of moved metrics that is sent while this process listens.</summary>
/// <param name="services">Gives the bus connection when it is first needed, since the bus may start later than we do.</param>
/// <param name="clock">Paces the attempts to get back to the bus.</param>
/// <param name="telemetry">Measures what waits.</param>
/// <param name="logger">Where an unreachable bus is reported.</param>
public sealed partial class MetricsMovedSubscription(
    IServiceProvider services, TimeProvider clock, DataTelemetry telemetry, ILogger<MetricsMovedSubscription> logger)
{
    // Notices only say "look again": of a backlog the newest say all, so the oldest are dropped.
    private const int Backlog = 256;

    private static readonly TimeSpan s_shortestBackoff = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestBackoff = TimeSpan.FromSeconds(5);

    // A queue that nobody reads any more disappears by itself and never grows beyond the backlog.
    private static readonly Dictionary<string, object?> s_queueLimits = new(StringComparer.Ordinal)
    {
        ["x-expires"] = 60_000,
        ["x-max-length"] = Backlog,
    };

    /// <summary>
    /// The notices as they come. While the bus is away there are none and the listening resumes when it is back; what was
    /// sent meanwhile is not heard, so the listener also compares the stored sequence from time to time.
    /// </summary>
    public async IAsyncEnumerable<MetricsMoved> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var backoff = s_shortestBackoff;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var heard = Channel.CreateBounded<MetricsMoved>(new BoundedChannelOptions(Backlog) { FullMode = BoundedChannelFullMode.DropOldest });
            var channel = await TryConsumeAsync(heard.Writer, cancellationToken);
            if (channel is not null)
            {
                await using (channel)
                {
                    backoff = s_shortestBackoff;
                    telemetry.ObserveNotices(() => heard.Reader.Count);
                    try
                    {
                        await foreach (var moved in heard.Reader.ReadAllAsync(cancellationToken))
                        {
                            yield return moved;
                        }
                    }
                    finally
                    {
                        telemetry.ObserveNotices(null);
                    }
                }
            }

            await Task.Delay(backoff, clock, cancellationToken);
            backoff = TimeSpan.FromTicks(Math.Min(backoff.Ticks * 2, s_longestBackoff.Ticks));
        }
    }

    /// <summary>The span for taking up a notice, in the trace of the change that it tells of.</summary>
    /// <param name="notice">The notice.</param>
    public static Activity? Process(MetricsMoved notice)
    {
        var span = ChangeTrace.Continue($"{BusTopology.Exchange} process", ActivityKind.Consumer, notice.TraceParent);
        span?.SetTag("messaging.system", "rabbitmq");
        span?.SetTag("messaging.operation.type", "process");
        span?.SetTag("messaging.destination.name", BusTopology.Exchange);
        return span;
    }

    private async Task<IChannel?> TryConsumeAsync(ChannelWriter<MetricsMoved> heard, CancellationToken cancellationToken)
    {
        IChannel? channel = null;
        try
        {
            var connection = services.GetRequiredService<IConnection>();
            channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            channel.ChannelShutdownAsync += (_, _) => Complete(heard);
            await BusTopology.DeclareAsync(channel, cancellationToken);
            var queue = await channel.QueueDeclareAsync(durable: false, exclusive: true, autoDelete: true, arguments: s_queueLimits, cancellationToken: cancellationToken);
            await channel.QueueBindAsync(queue.QueueName, BusTopology.Exchange, routingKey: "", cancellationToken: cancellationToken);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, delivery) => Receive(heard, delivery);
            consumer.UnregisteredAsync += (_, _) => Complete(heard);
            await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, cancellationToken);
            LogListening();
            return channel;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The bus may be down, still starting or going down: the caller tries again.
            LogUnreachable(exception.Message);
            if (channel is not null)
            {
                await channel.DisposeAsync();
            }

            return null;
        }
    }

    private Task Receive(ChannelWriter<MetricsMoved> heard, BasicDeliverEventArgs delivery)
    {
        try
        {
            if (JsonSerializer.Deserialize(delivery.Body.Span, MessagingJson.Default.MetricsMoved) is { } moved)
            {
                heard.TryWrite(moved with { TraceParent = TraceParentOf(delivery.BasicProperties) });
            }
        }
        catch (JsonException exception)
        {
            LogUnreadable(exception);
        }

        return Task.CompletedTask;
    }

    private static string? TraceParentOf(IReadOnlyBasicProperties properties) =>
        properties.Headers?.TryGetValue("traceparent", out var header) == true && header is byte[] text ? Encoding.ASCII.GetString(text) : null;

    private static Task Complete(ChannelWriter<MetricsMoved> heard)
    {
        heard.TryComplete();
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Listening for moved metrics")]
    private partial void LogListening();

    [LoggerMessage(LogLevel.Warning, "The bus cannot be reached ({Reason}); trying again")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(LogLevel.Error, "A notice on the bus could not be read")]
    private partial void LogUnreadable(Exception exception);
}
