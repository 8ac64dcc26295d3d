namespace Aspire.RabbitMQ.Client;

/// <summary>Settings of the RabbitMQ client: sections <c>Aspire:RabbitMQ:Client</c> and <c>Aspire:RabbitMQ:Client:NAME</c>.</summary>
public sealed class RabbitMQClientSettings
{
    /// <summary>The connection string (<c>amqp://user:password@host:port</c>); by default <c>ConnectionStrings:NAME</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Leaves out the health check.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Leaves out the spans of messages.</summary>
    public bool DisableTracing { get; set; }
}
