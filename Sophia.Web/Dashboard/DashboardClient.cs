using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Sophia.Core.Dashboard;
using Sophia.Web.Languages;

namespace Sophia.Web.Dashboard;

/// <summary>Asks Sophia's API for figures.</summary>
internal sealed partial class DashboardClient(HttpClient http, IStringLocalizer<Texts> text, ILogger<DashboardClient> logger)
{
    /// <summary>Asks once; every failure but cancellation is an answer.</summary>
    public async Task<MetricsAnswer> ReadAsync(DashboardRequest.Subscribe query, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(Address(query), cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                return new MetricsAnswer.Failure(await DescribeAsync(response, cancellationToken));
            }

            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return await JsonSerializer.DeserializeAsync(body, DashboardJson.Default.DashboardMetrics, cancellationToken) is { } metrics
                ? new MetricsAnswer.Figures(metrics)
                : new MetricsAnswer.Failure(text["api.nothing"]);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogUnreachable(exception);
            return new MetricsAnswer.Failure(text["api.unreachable"]);
        }
        catch (JsonException exception)
        {
            LogUnreadable(exception);
            return new MetricsAnswer.Failure(text["api.unreadable"]);
        }
    }

    private static string Address(DashboardRequest.Subscribe query)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["metrics"] = string.Join(',', query.Metrics),
            ["from"] = query.From,
            ["to"] = query.To,
            ["groupBy"] = query.GroupBy,
            ["compare"] = query.Compare,
        };
        return QueryHelpers.AddQueryString("/api/v1/dashboard/metrics", parameters.Where(static pair => pair.Value is not null));
    }

    private async Task<string> DescribeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var problem = await ReadProblemAsync(response, cancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest && problem?.Errors is { Count: > 0 } errors)
        {
            return string.Join(' ', errors.Values.SelectMany(static field => field));
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
