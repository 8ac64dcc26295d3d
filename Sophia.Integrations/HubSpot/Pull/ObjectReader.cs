using System.Globalization;
using Sophia.Core.Events;
using Sophia.Integrations.HubSpot.Client;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>Reads the present state of objects by their ids, many in one call.</summary>
internal sealed class ObjectReader(HubSpotApi api)
{
    private const int MostAssociations = 100;
    private const int PrimaryCompany = 5;

    /// <summary>One event for each object that HubSpot has, and for each that it no longer has.</summary>
    public async Task<IReadOnlyList<NewEvent>> ReadAsync(
        ObjectType type, IReadOnlyCollection<AskedObject> asked, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        string[] ids = [.. asked.Select(static one => one.Id)];
        var readingObjects = Task.WhenAll(ids.Chunk(type.PageSize).Select(chunk => api.ReadAsync(type, chunk, urgency, cancellationToken)));
        var readingCompanies = type.HasCompanies ? ReadCompaniesAsync(type, ids, urgency, cancellationToken) : NoCompanies;
        await Task.WhenAll(readingObjects, readingCompanies);
        var companies = await readingCompanies;
        var found = (await readingObjects).SelectMany(static answer => answer.Results)
            .ToDictionary(static source => ObjectEvents.IdOf(source) ?? "", StringComparer.Ordinal);

        return
        [
            .. asked.Select(one =>
            {
                var present = found.TryGetValue(one.Id, out var source)
                    ? ObjectEvents.From(type, source, companies?.GetValueOrDefault(one.Id, []))
                    : null;
                if (one.RemovedAt is { } removedAt && (present is null || removedAt >= present.SourceVersion))
                {
                    return ObjectEvents.Removed(type, one.Id, removedAt);
                }

                return one.IsGoneIfMissing && !found.ContainsKey(one.Id) ? ObjectEvents.Removed(type, one.Id, one.PointedAt) : present;
            }).OfType<NewEvent>(),
        ];
    }

    private static Task<Dictionary<string, IReadOnlyList<string>>?> NoCompanies =>
        Task.FromResult<Dictionary<string, IReadOnlyList<string>>?>(null);

    private async Task<Dictionary<string, IReadOnlyList<string>>?> ReadCompaniesAsync(
        ObjectType type, string[] ids, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            ids.Chunk(MostAssociations).Select(chunk => api.ReadCompaniesAsync(type, chunk, urgency, cancellationToken)));
        return answers.SelectMany(static answer => answer.Results).ToDictionary(
            static association => association.From.Id,
            static IReadOnlyList<string> (association) =>
            [
                .. association.To
                    .OrderByDescending(static target => target.AssociationTypes.Any(static kind => kind.TypeId == PrimaryCompany))
                    .ThenBy(static target => target.ToObjectId.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal)
                    .Select(static target => target.ToObjectId.ToString(CultureInfo.InvariantCulture))
                    .Distinct(StringComparer.Ordinal),
            ],
            StringComparer.Ordinal);
    }
}
