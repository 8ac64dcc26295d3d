using Sophia.Core.Status;

namespace Sophia.Api.Status;

/// <summary>Says what differs between two looks.</summary>
internal static class StatusDifference
{
    public static bool IsSame(SystemStatus left, SystemStatus right) =>
        left.Health == right.Health
        && left.Latency == right.Latency
        && left.Services.SequenceEqual(right.Services, ServiceComparer.Whole)
        && left.Sources.SequenceEqual(right.Sources)
        && left.Maintenance.SequenceEqual(right.Maintenance);

    /// <summary>Whether only times, counts and milliseconds differ.</summary>
    public static bool IsSameButForDetails(SystemStatus left, SystemStatus right) =>
        left.Health == right.Health
        && left.Latency is null == right.Latency is null
        && left.Services.SequenceEqual(right.Services, ServiceComparer.WithoutMilliseconds)
        && left.Sources.Select(static source => (source.Source, source.Status, source.Error)).SequenceEqual(right.Sources.Select(static source => (source.Source, source.Status, source.Error)))
        && left.Maintenance.SequenceEqual(right.Maintenance);

    /// <summary>What a reader who knows <paramref name="seen"/> lacks of <paramref name="now"/>.</summary>
    public static StatusMessage.Change Between(SystemStatus seen, SystemStatus now, long sequence)
    {
        ServiceStatus[] services = [.. now.Services.Where(service => !seen.Services.Contains(service, ServiceComparer.Whole))];
        return new()
        {
            Sequence = sequence,
            Health = now.Health,
            Services = services.Length == 0 ? null : services,
            Sources = seen.Sources.SequenceEqual(now.Sources) ? null : now.Sources,
            Latency = seen.Latency == now.Latency ? null : now.Latency,
            Maintenance = seen.Maintenance.SequenceEqual(now.Maintenance) ? null : now.Maintenance,
        };
    }

    private sealed class ServiceComparer(bool milliseconds) : IEqualityComparer<ServiceStatus>
    {
        public static ServiceComparer Whole { get; } = new(milliseconds: true);

        public static ServiceComparer WithoutMilliseconds { get; } = new(milliseconds: false);

        public bool Equals(ServiceStatus? x, ServiceStatus? y) =>
            x is not null && y is not null
            && x.Name == y.Name && x.Health == y.Health && x.Description == y.Description
            && (!milliseconds || Nullable.Equals(x.AnswerMilliseconds, y.AnswerMilliseconds))
            && x.Instances.SequenceEqual(y.Instances);

        public int GetHashCode(ServiceStatus obj) => obj.Name.GetHashCode(StringComparison.Ordinal);
    }
}
