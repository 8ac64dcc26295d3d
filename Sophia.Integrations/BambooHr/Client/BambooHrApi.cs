using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Integrations.BambooHr.Client.Messages;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.BambooHr.Client;

/// <summary>The calls of BambooHR's API that Sophia makes.</summary>
internal sealed class BambooHrApi(BambooHrSender sender)
{
    /// <summary>Whose record changed since a moment, deleted ones too.</summary>
    public Task<Answer<ChangedAnswer>> ReadChangedAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var moment = Uri.EscapeDataString(since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        return sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, $"api/v1/employees/changed?since={moment}"),
            BambooHrJsonContext.Default.ChangedAnswer, isSearch: false, RequestUrgency.Background, cancellationToken);
    }

    /// <summary>An employee's record with the given fields, or null where there is none. Fields that the key may not see are missing in it.</summary>
    public async Task<JsonElement?> FindEmployeeAsync(
        string id, IEnumerable<string> fields, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        var path = $"api/v1/employees/{Uri.EscapeDataString(id)}?fields={string.Join(',', fields.Select(Uri.EscapeDataString))}";
        var answer = await sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, path), BambooHrJsonContext.Default.JsonElement, isSearch: false, urgency, cancellationToken);
        return answer.Body.TryGetProperty("id", out _) ? answer.Body : null;
    }

    /// <summary>A page of a dataset's rows.</summary>
    public async Task<Answer<DatasetAnswer>> ReadDatasetAsync(string name, DatasetRequest request, CancellationToken cancellationToken)
    {
        var answer = await sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, $"api/v2/datasets/{Uri.EscapeDataString(name)}/data")
            {
                Content = JsonContent.Create(request, BambooHrJsonContext.Default.DatasetRequest),
            },
            BambooHrJsonContext.Default.DatasetAnswer, isSearch: false, RequestUrgency.Background, cancellationToken);
        return answer.Body.Data is not null
            ? answer
            : throw new SourceException(SourceFailure.Rejected, $"BambooHR has no dataset '{name}', or the key may not read it (BambooHr:SurveyDataset).");
    }
}
