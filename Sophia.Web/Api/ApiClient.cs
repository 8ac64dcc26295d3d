using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Localization;
using Sophia.Web.Languages;

namespace Sophia.Web.Api;

/// <summary>Asks Sophia's API. Every failure but cancellation is an answer.</summary>
internal sealed partial class ApiClient(HttpClient http, IStringLocalizer<Texts> text, ILogger<ApiClient> logger)
{
    /// <summary>Asks once.</summary>
    /// <param name="address">The path with its query.</param>
    /// <param name="form">How the answer is written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ApiAnswer<T>> GetAsync<T>(string address, JsonTypeInfo<T> form, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address), (body, token) => JsonSerializer.DeserializeAsync(body, form, token), cancellationToken);

    /// <summary>Asks for something to be done.</summary>
    /// <param name="method">How.</param>
    /// <param name="address">The path with its query.</param>
    /// <param name="body">What is sent along, or null.</param>
    /// <param name="form">How the answer is written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ApiAnswer<T>> SendAsync<T>(
        HttpMethod method, string address, HttpContent? body, JsonTypeInfo<T> form, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(method, address) { Content = body }, (answer, token) => JsonSerializer.DeserializeAsync(answer, form, token), cancellationToken);

    /// <summary>Asks for something to be done whose answer says no more than that it is.</summary>
    /// <param name="method">How.</param>
    /// <param name="address">The path with its query.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ApiAnswer<Done>> SendAsync(HttpMethod method, string address, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(method, address), static (_, _) => ValueTask.FromResult<Done?>(new()), cancellationToken);

    private async Task<ApiAnswer<T>> SendAsync<T>(
        HttpRequestMessage request, Func<Stream, CancellationToken, ValueTask<T?>> read, CancellationToken cancellationToken)
    {
        try
        {
            using (request)
            {
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (!response.IsSuccessStatusCode)
                {
                    var problem = await ReadProblemAsync(response, cancellationToken);
                    return new ApiAnswer<T>.Failure(
                        Describe(response.StatusCode, problem), response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone, problem?.Errors);
                }

                await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
                return await read(body, cancellationToken) is { } value
                    ? new ApiAnswer<T>.Success(value)
                    : new ApiAnswer<T>.Failure(text["api.nothing"]);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogUnreachable(exception);
            return new ApiAnswer<T>.Failure(text["api.unreachable"]);
        }
        catch (JsonException exception)
        {
            LogUnreadable(exception);
            return new ApiAnswer<T>.Failure(text["api.unreadable"]);
        }
    }

    private string Describe(HttpStatusCode status, ApiProblem? problem) => (status, problem) switch
    {
        (HttpStatusCode.BadRequest, { Errors: { Count: > 0 } errors }) => string.Join(' ', errors.Values.SelectMany(static field => field)),
        // What stands in the way is said in a sentence.
        (HttpStatusCode.Conflict, { } said) when (said.Detail ?? said.Title) is { } sentence => sentence,
        _ => text["api.error", (int)status] + (problem?.TraceId is { } id ? " " + text["api.trace", id] : string.Empty),
    };

    private static async Task<ApiProblem?> ReadProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(ApiProblemJson.Default.ApiProblem, cancellationToken);
        }
        catch (JsonException)
        {
            // Something between the API and us may answer with a page of its own.
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The API could not be reached")]
    private partial void LogUnreachable(Exception exception);

    [LoggerMessage(LogLevel.Error, "The API's answer could not be read")]
    private partial void LogUnreadable(Exception exception);
}
