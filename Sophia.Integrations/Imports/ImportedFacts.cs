using System.Globalization;
using System.Text.Json;
using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Core.Imports;

namespace Sophia.Integrations.Imports;

/// <summary>Turns what files told into facts. An object that was taken back again is empty, and its fact removed.</summary>
internal sealed class ImportedFacts : IFactMapping
{
    public string KindPrefix => ImportKinds.Prefix;

    public IReadOnlyList<Fact> Map(LoggedEvent logged)
    {
        var values = JsonSerializer.Deserialize(logged.Payload.Span, ImportedValuesJson.Default.DictionaryStringString)!;
        Fact? fact = logged.Stream.Kind switch
        {
            ImportKinds.Deal => DealOf(values, logged),
            ImportKinds.Stage => StageOf(values, logged),
            ImportKinds.Company => new Account
            {
                Key = KeyOf(logged), SourceVersion = VersionOf(logged), IsRemoved = values.Count == 0,
                Name = Text(values, "name"), Region = Text(values, "region"), Segment = Text(values, "segment"),
            },
            ImportKinds.User => new SystemUser
            {
                Key = KeyOf(logged), SourceVersion = VersionOf(logged), IsRemoved = values.Count == 0, Name = Text(values, "name"), Email = null,
            },
            ImportKinds.Call => CallOf(values, logged),
            ImportKinds.Employee => EmployeeOf(values, logged),
            _ => null,
        };
        return fact is null ? [] : [fact];
    }

    private static Deal DealOf(Dictionary<string, string?> values, LoggedEvent logged)
    {
        var created = Moment(values, "createdAt") ?? DateTimeOffset.UnixEpoch;
        var closed = Moment(values, "closedAt");
        var stage = Text(values, "stage") ?? "";
        var isClosed = Text(values, "isClosed") == "true";
        return new()
        {
            Key = KeyOf(logged),
            SourceVersion = VersionOf(logged),
            IsRemoved = values.Count == 0,
            Name = Text(values, "name"),
            Amount = Text(values, "amount") is { } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : null,
            ProductLine = Text(values, "productLine"),
            OwnerId = Text(values, "owner"),
            AccountId = Text(values, "company"),
            StageId = stage,
            CreatedAt = created,
            ClosedAt = closed,
            // A file says where the deal is, not how it came there: it is known to be closed from its closing on, to be open from its opening on.
            StageHistory = values.Count == 0 ? [] : [new(stage, isClosed ? closed ?? created : created)],
        };
    }

    private static DealStage StageOf(Dictionary<string, string?> values, LoggedEvent logged)
    {
        var meaning = Enum.TryParse<StageMeaning>(Text(values, "meaning"), out var told) ? told : StageMeaning.Open;
        return new()
        {
            Key = KeyOf(logged),
            SourceVersion = VersionOf(logged),
            IsRemoved = values.Count == 0,
            PipelineId = ImportKinds.Connection,
            Label = Text(values, "label") ?? logged.Stream.ExternalId,
            Order = int.TryParse(Text(values, "order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 0,
            Probability = Text(values, "probability") is { } chance ? decimal.Parse(chance, CultureInfo.InvariantCulture) : 0,
            IsClosed = meaning is not StageMeaning.Open,
            IsWon = meaning is StageMeaning.Won,
        };
    }

    private static Call CallOf(Dictionary<string, string?> values, LoggedEvent logged) => new()
    {
        Key = KeyOf(logged),
        SourceVersion = VersionOf(logged),
        IsRemoved = values.Count == 0,
        Title = Text(values, "title"),
        StartedAt = Moment(values, "startedAt") ?? DateTimeOffset.UnixEpoch,
        DurationSeconds = long.TryParse(Text(values, "duration"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0,
        Direction = Enum.TryParse<CallDirection>(Text(values, "direction"), ignoreCase: true, out var direction) ? direction : CallDirection.Unknown,
        IsInternal = Text(values, "isInternal") is { } isInternal ? isInternal == "true" : null,
        OwnerId = Text(values, "owner"),
        DealIds = [],
        AccountId = Text(values, "company"),
        Parties = Text(values, "owner") is { } host ? [new(null, host, host, SpeakerSide.Ours)] : [],
        OurTalkSeconds = null,
        TheirTalkSeconds = null,
        Topics = [],
    };

    private static Employee EmployeeOf(Dictionary<string, string?> values, LoggedEvent logged) => new()
    {
        Key = KeyOf(logged),
        SourceVersion = VersionOf(logged),
        IsRemoved = values.Count == 0,
        Name = Text(values, "name") ?? (string.Join(' ', new[] { Text(values, "firstName"), Text(values, "lastName") }.OfType<string>()) is { Length: > 0 } full ? full : null),
        Email = Text(values, "email")?.ToLowerInvariant(),
        Department = Text(values, "department"),
        Region = Text(values, "region"),
        JobTitle = Text(values, "jobTitle"),
        ManagerId = null,
        HiredOn = Day(values, "hiredOn"),
        LeftOn = Day(values, "leftOn"),
    };

    private static FactKey KeyOf(LoggedEvent logged) => new(logged.Stream.Connection, logged.Stream.ExternalId);

    private static long VersionOf(LoggedEvent logged) => logged.SourceVersion ?? 0;

    private static string? Text(Dictionary<string, string?> values, string field) => values.GetValueOrDefault(field);

    private static DateTimeOffset? Moment(Dictionary<string, string?> values, string field) =>
        Text(values, field) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static DateOnly? Day(Dictionary<string, string?> values, string field) =>
        Moment(values, field) is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : null;
}
