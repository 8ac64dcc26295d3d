using RabbitMQ.Client;

namespace Sophia.Data.Messaging;

/// <summary>The names that sender and receivers share on the bus.</summary>
internal static class BusTopology
{
    /// <summary>Every replica of the API gets every notice.</summary>
    public const string Exchange = "sophia.metrics";

    public static Task DeclareAsync(IChannel channel, CancellationToken cancellationToken) =>
        channel.ExchangeDeclareAsync(Exchange, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken);
}
