using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;
using Sophia.Integrations.HubSpot.Client.Messages;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.HubSpot.Client;

/// <summary>The calls of HubSpot's API that Sophia makes.</summary>
internal sealed class HubSpotApi(HubSpotSender sender)
{
    /// <summary>One page of all objects, in the order of their ids.</summary>
    public Task<Answer<ObjectsAnswer>> ListAsync(ObjectType type, string? after, CancellationToken cancellationToken)
    {
        var query = $"crm/v3/objects/{type.Path}?limit={type.PageSize}&properties={Names(type.Properties)}";
        if (type.PropertiesWithHistory.Count > 0)
        {
            query += $"&propertiesWithHistory={Names(type.PropertiesWithHistory)}";
        }

        if (type.HasCompanies)
        {
            query += "&associations=companies";
        }

        if (after is not null)
        {
            query += $"&after={Uri.EscapeDataString(after)}";
        }

        return GetAsync(query, HubSpotJsonContext.Default.ObjectsAnswer, cancellationToken);
    }

    /// <summary>How many objects there are: the answer's total.</summary>
    public Task<Answer<ObjectsAnswer>> CountAsync(ObjectType type, CancellationToken cancellationToken) =>
        SearchAsync(type, new SearchRequest([], [], [], Limit: 1), cancellationToken);

    /// <summary>One page of the objects that meet a search's filters.</summary>
    public Task<Answer<ObjectsAnswer>> SearchAsync(ObjectType type, SearchRequest search, CancellationToken cancellationToken) =>
        PostAsync(
            $"crm/v3/objects/{type.Path}/search", search, HubSpotJsonContext.Default.SearchRequest,
            HubSpotJsonContext.Default.ObjectsAnswer, isSearch: true, RequestUrgency.Background, cancellationToken);

    /// <summary>The objects with the given ids, at most a page; ids that HubSpot does not know are missing in the answer.</summary>
    public async Task<ObjectsAnswer> ReadAsync(
        ObjectType type, IReadOnlyList<string> ids, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        var request = new BatchReadRequest([.. ids.Select(static id => new ObjectReference(id))], type.Properties, type.PropertiesWithHistory);
        var answer = await PostAsync(
            $"crm/v3/objects/{type.Path}/batch/read", request, HubSpotJsonContext.Default.BatchReadRequest,
            HubSpotJsonContext.Default.ObjectsAnswer, isSearch: false, urgency, cancellationToken);
        return answer.Body;
    }

    /// <summary>Which companies the objects with the given ids belong to.</summary>
    public async Task<AssociationsAnswer> ReadCompaniesAsync(
        ObjectType type, IReadOnlyList<string> ids, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        var request = new AssociationsRequest([.. ids.Select(static id => new ObjectReference(id))]);
        var answer = await PostAsync(
            $"crm/v4/associations/{type.Path}/companies/batch/read", request, HubSpotJsonContext.Default.AssociationsRequest,
            HubSpotJsonContext.Default.AssociationsAnswer, isSearch: false, urgency, cancellationToken);
        return answer.Body;
    }

    /// <summary>The deal pipelines with their stages.</summary>
    public async Task<PipelinesAnswer> ReadPipelinesAsync(CancellationToken cancellationToken)
    {
        var answer = await GetAsync("crm/v3/pipelines/deals", HubSpotJsonContext.Default.PipelinesAnswer, cancellationToken);
        return answer.Body;
    }

    /// <summary>One page of the owners: those who are active, or those who are archived.</summary>
    public async Task<ObjectsAnswer> ListOwnersAsync(bool archived, string? after, CancellationToken cancellationToken)
    {
        var query = $"crm/v3/owners?limit=100&archived={(archived ? "true" : "false")}";
        if (after is not null)
        {
            query += $"&after={Uri.EscapeDataString(after)}";
        }

        return (await GetAsync(query, HubSpotJsonContext.Default.ObjectsAnswer, cancellationToken)).Body;
    }

    private static string Names(IEnumerable<string> names) => string.Join(',', names.Select(Uri.EscapeDataString));

    private Task<Answer<T>> GetAsync<T>(string path, JsonTypeInfo<T> answerType, CancellationToken cancellationToken) =>
        sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, path), answerType, isSearch: false, RequestUrgency.Background, cancellationToken);

    private Task<Answer<TAnswer>> PostAsync<TRequest, TAnswer>(
        string path, TRequest body, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TAnswer> answerType,
        bool isSearch, RequestUrgency urgency, CancellationToken cancellationToken) =>
        sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, requestType) },
            answerType, isSearch, urgency, cancellationToken);
}
