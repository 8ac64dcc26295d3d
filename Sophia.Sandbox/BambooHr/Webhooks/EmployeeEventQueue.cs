using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.BambooHr.Webhooks;

/// <summary>What happened to employees and is still to be told, in order. The store's lock serialises its writers.</summary>
internal sealed partial class EmployeeEventQueue
{
    // A month of an absent receiver at the default pace; past that the oldest go, as BambooHR gives up too.
    private const int Capacity = 10_000;

    private readonly Channel<EmployeeEvent> _events;
    private readonly ILogger<EmployeeEventQueue> _logger;
    private readonly bool _subscribed;

    public EmployeeEventQueue(IOptions<SandboxOptions> options, ILogger<EmployeeEventQueue> logger)
    {
        _logger = logger;
        _subscribed = options.Value.BambooHr.WebhookUrl.Length > 0;
        _events = Channel.CreateBounded<EmployeeEvent>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            dropped => LogDropped(dropped.Type, dropped.EmployeeId));
    }

    public ChannelReader<EmployeeEvent> Reader => _events.Reader;

    public void Announce(EmployeeEventType type, Employee employee) => Write(new EmployeeEvent(type, employee.Id, [], employee.ModifiedAt));

    public void Announce(Employee before, Employee after)
    {
        if (after.DeletedAt is not null)
        {
            Announce(EmployeeEventType.Deleted, after);
            return;
        }

        string[] changed = [.. EmployeeFields.Monitored.Where(field => !string.Equals(field.Read(before), field.Read(after), StringComparison.Ordinal)).Select(field => field.Name)];
        if (changed.Length > 0)
        {
            Write(new EmployeeEvent(EmployeeEventType.Updated, after.Id, changed, after.ModifiedAt));
        }
    }

    private void Write(EmployeeEvent happened)
    {
        if (_subscribed)
        {
            _events.Writer.TryWrite(happened);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The webhook queue is full: {Type} of employee {EmployeeId} is dropped")]
    private partial void LogDropped(EmployeeEventType type, long employeeId);
}
