using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using Sophia.Dashboard.ConsoleLogs;
using Sophia.Dashboard.Formatting;

namespace Sophia.Dashboard.Resources;

/// <summary>Speaks to the control API of whatever runs the stack.</summary>
public sealed class ControlClient : IDisposable
{
    private readonly HttpClient? _http;

    /// <summary>Takes the address and the token from the options.</summary>
    public ControlClient(IOptions<ControlOptions> options)
    {
        if (options.Value is { Address: { } address } control)
        {
            // No retries: a command that may have been carried out must not be sent again, and streams are opened anew by their readers.
            _http = new HttpClient { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", control.Token);
        }
    }

    /// <summary>Whether there is a control API to speak to.</summary>
    public bool IsConfigured => _http is not null;

    private HttpClient Http => _http ?? throw new InvalidOperationException("ControlApi:Address is not configured.");

    /// <summary>Every resource, then each one that changes, until cancelled or the line breaks.</summary>
    /// <exception cref="HttpRequestException">The control API cannot be reached.</exception>
    public IAsyncEnumerable<Resource> WatchAsync(CancellationToken cancellationToken) =>
        ReadLinesAsync("/api/resources/watch", ControlJson.Default.Resource, cancellationToken);

    /// <summary>What resources wrote in its order, and with <paramref name="follow"/> every new line.</summary>
    /// <param name="resource">One resource, or all replicas of one; null for all.</param>
    /// <param name="tail">How many of the newest lines to begin with.</param>
    /// <param name="after">Instead of a tail: the sequence of the last line that is known.</param>
    /// <param name="follow">Whether to go on with every new line.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="HttpRequestException">The control API cannot be reached, or does not know the resource.</exception>
    public IAsyncEnumerable<ConsoleLine> ReadLogAsync(string? resource, int tail, long? after, bool follow, CancellationToken cancellationToken) =>
        ReadLinesAsync(
            Address.Of(
                "/api/logs", ("resource", resource), ("tail", tail.ToString(CultureInfo.InvariantCulture)),
                ("after", after?.ToString(CultureInfo.InvariantCulture)), ("follow", follow ? "true" : "false")),
            ControlJson.Default.ConsoleLine, cancellationToken);

    /// <summary>The variables that a resource's process started with; null where the host does not tell.</summary>
    /// <exception cref="HttpRequestException">The control API cannot be reached.</exception>
    public Task<IReadOnlyList<ResourceVariable>?> ReadEnvironmentAsync(string resource, CancellationToken cancellationToken) =>
        ReadAsync($"/api/resources/{Uri.EscapeDataString(resource)}/environment", ControlJson.Default.IReadOnlyListResourceVariable, cancellationToken);

    /// <summary>What was done to resources and by whom, newest first; null where the host keeps no record.</summary>
    /// <exception cref="HttpRequestException">The control API cannot be reached.</exception>
    public Task<IReadOnlyList<CommandRecord>?> ReadCommandsAsync(CancellationToken cancellationToken) =>
        ReadAsync("/api/commands?limit=200", ControlJson.Default.IReadOnlyListCommandRecord, cancellationToken);

    /// <summary>Sends start, stop or restart.</summary>
    public Task<CommandOutcome> SendAsync(string resource, string command, string actor, CancellationToken cancellationToken) =>
        SendAsync($"/api/resources/{Uri.EscapeDataString(resource)}/{command}", content: null, actor, cancellationToken);

    /// <summary>Asks for so many replicas.</summary>
    public Task<CommandOutcome> SetReplicasAsync(string model, int count, string actor, CancellationToken cancellationToken) =>
        SendAsync(
            $"/api/resources/{Uri.EscapeDataString(model)}/replicas",
            JsonContent.Create(new ReplicaCount(count), ControlJson.Default.ReplicaCount), actor, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _http?.Dispose();

    private async Task<CommandOutcome> SendAsync(string path, HttpContent? content, string actor, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("X-Sophia-Actor", actor);
        try
        {
            using var response = await Http.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return new(Done: true);
            }

            var problem = await response.Content.ReadFromJsonAsync(ControlJson.Default.ProblemDetails, cancellationToken);
            return new(Done: false, problem?.Detail ?? problem?.Title ?? $"The host answered {(int)response.StatusCode}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            return new(Done: false, exception.Message);
        }
    }

    private async Task<T?> ReadAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await Http.GetAsync(path, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(type, cancellationToken);
    }

    private async IAsyncEnumerable<T> ReadLinesAsync<T>(string path, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (JsonSerializer.Deserialize(line, type) is { } item)
            {
                yield return item;
            }
        }
    }
}
