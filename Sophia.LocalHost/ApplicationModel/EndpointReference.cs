namespace Aspire.Hosting.ApplicationModel;

/// <summary>The address of an endpoint, known once the run has given out ports.</summary>
/// <param name="owner">The resource that listens.</param>
/// <param name="endpointName">The endpoint's name.</param>
public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName) : IValueProvider
{
    /// <summary>The resource that listens.</summary>
    public IResourceWithEndpoints Resource { get; } = owner;

    /// <summary>The endpoint's name.</summary>
    public string EndpointName { get; } = endpointName;

    /// <summary>The address, for example <c>http://127.0.0.1:5081</c>.</summary>
    /// <exception cref="InvalidOperationException">There is no such endpoint, or ports are not given out yet.</exception>
    public string Url
    {
        get
        {
            var endpoint = Resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(e => string.Equals(e.Name, EndpointName, StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"'{Resource.Name}' has no endpoint '{EndpointName}'.");
            var port = endpoint.AllocatedPort
                ?? throw new InvalidOperationException($"Endpoint '{EndpointName}' of '{Resource.Name}' has no port before the run gives it one.");
            return $"{endpoint.Scheme}://127.0.0.1:{port}";
        }
    }

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<string?>(Url);
}
