namespace Aspire.Hosting.ApplicationModel;

/// <summary>A RabbitMQ server.</summary>
/// <param name="name">The resource's name.</param>
public sealed class RabbitMQServerResource(string name) : ContainerResource(name), IResourceWithConnectionString
{
    internal override string Type => "RabbitMQ";

    private string Address => Connection.Given
        ?? $"amqp://{Uri.EscapeDataString(Connection.UserName)}:{Uri.EscapeDataString(Connection.Password)}@{Connection.Host}:{Connection.Port}";

    IReadOnlyList<KeyValuePair<string, string>> IResourceWithConnectionString.ConnectionProperties =>
    [
        new("HOST", Connection.Host),
        new("PORT", $"{Connection.Port}"),
        new("USERNAME", Connection.UserName),
        new("PASSWORD", Connection.Password),
        new("URI", Address),
    ];

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<string?>(Address);
}
