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
        SendAsync(new HttpRequestMessage(HttpMethod.Get, address), form, cancellationToken);

    /// <summary>Asks for something to be done.</summary>
    /// <param name="method">How.</param>
    /// <param name="address">The path with its query.</param>
    /// <param name="body">What is sent along, or null.</param>
    /// <param name="form">How the answer is written.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ApiAnswer<T>> SendAsync<T>(
        HttpMethod method, string address, HttpContent? body, JsonTypeInfo<T> form, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(method, address) { Content = body }, form, cancellationToken);

    /// <summary>Asks for something to be done that is answered without words, such as a deletion.</summary>
    /// <param name="method">How.</param>
    /// <param name="address">The path with its query.</param>
    /// <param name="body">What is sent along, or null.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ApiAnswer<ApiDone>> SendAsync(HttpMethod method, string address, HttpContent? body, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(method, address) { Content = body }, static (_, _) => Task.FromResult<ApiDone?>(new()), cancellationToken);

    private Task<ApiAnswer<T>> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> form, CancellationToken cancellationToken) =>
        SendAsync(request, (content, token) => content.ReadFromJsonAsync(form, token), cancellationToken);

    private async Task<ApiAnswer<T>> SendAsync<T>(
        HttpRequestMessage request, Func<HttpContent, CancellationToken, Task<T?>> read, CancellationToken cancellationToken)
    {
        try
        {
            using (request)
            {
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                if (!response.IsSuccessStatusCode)
                {
                    return new ApiAnswer<T>.Failure(
                        await DescribeAsync(response, cancellationToken), response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone);
                }

                return await read(response.Content, cancellationToken) is { } value
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

    private async Task<string> DescribeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var problem = await ReadProblemAsync(response, cancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest && problem?.Errors is { Count: > 0 } errors)
        {
            return string.Join(' ', errors.Values.SelectMany(static field => field));
        }

        // A refusal gives its reason, in the API's own words; of an error of the API the trace tells more.
        if ((int)response.StatusCode < 500 && (problem?.Detail ?? (response.StatusCode == HttpStatusCode.Conflict ? problem?.Title : null)) is { Length: > 0 } reason)
        {
            return reason;
        }

        return text["api.error", (int)response.StatusCode] + (problem?.TraceId is { } id ? " " + text["api.trace", id] : string.Empty);
    }

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
