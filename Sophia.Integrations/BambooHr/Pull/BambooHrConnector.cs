using System.Text.Json;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;
using Sophia.Integrations.BambooHr.Client;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.BambooHr.Pull;

/// <summary>Reads BambooHR's employees and, where a dataset holds them, the answers to the satisfaction survey.</summary>
internal sealed class BambooHrConnector(
    BambooHrApi api, EmployeeReader reader, BambooHrBudget budget, IOptions<BambooHrOptions> options) : ISourceConnector
{
    private const string Employees = "employees";
    private const string Survey = "survey";

    private static readonly TimeSpan s_gatherShortly = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_gatherWhileScarce = TimeSpan.FromSeconds(1);

    private readonly BambooHrOptions _options = options.Value;

    public string Connection => BambooHrKinds.Connection;

    // Employees first, so that an answer finds who gave it.
    public IReadOnlyList<SourceResource> Resources => _options.SurveyDataset.Length > 0 ? [new(Employees), new(Survey)] : [new(Employees)];

    public TimeSpan PollInterval => _options.PollInterval;

    public TimeSpan GatherFor => budget.IsScarce ? s_gatherWhileScarce : s_gatherShortly;

    public string NotificationKind => BambooHrKinds.Notification;

    public IAsyncEnumerable<SourcePage> PullAsync(string resource, string? cursor, CancellationToken cancellationToken) => resource switch
    {
        Employees => new EmployeePull(api, reader).ReadAsync(cursor, cancellationToken),
        Survey => new SurveyPull(api, _options).ReadAsync(cursor, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(resource), resource, "BambooHR has no such resource."),
    };

    public Task<IReadOnlyList<NewEvent>> ReadNotifiedAsync(IReadOnlyList<LoggedEvent> notifications, CancellationToken cancellationToken) =>
        reader.ReadAsync(
            notifications.Select(Read).OfType<EmployeeNotification>()
                .GroupBy(static one => one.EmployeeId, StringComparer.Ordinal)
                .Select(static same => new PointedEmployee(same.Key, same.Max(static one => one.OccurredAt), same.Any(static one => one.IsDeletion))),
            RequestUrgency.Live,
            cancellationToken);

    private static EmployeeNotification? Read(LoggedEvent logged)
    {
        using var content = JsonDocument.Parse(logged.Payload);
        return EmployeeNotification.Read(content.RootElement);
    }
}
