namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Redis server.</summary>
/// <param name="name">The resource's name.</param>
public sealed class RedisResource(string name) : ContainerResource(name), IResourceWithConnectionString
{
    internal override string Type => "Redis";

    IReadOnlyList<KeyValuePair<string, string>> IResourceWithConnectionString.ConnectionProperties =>
    [
        new("HOST", Connection.Host),
        new("PORT", $"{Connection.Port}"),
        new("PASSWORD", Connection.Password),
        new("URI", $"redis://:{Uri.EscapeDataString(Connection.Password)}@{Connection.Host}:{Connection.Port}"),
    ];

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<string?>(Connection.Given ?? $"{Connection.Host}:{Connection.Port},password={Connection.Password}");
}
