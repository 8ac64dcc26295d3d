using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.Calls;

namespace Sophia.Sandbox.Gong;

/// <summary>The calls that the automation rule still has to tell of, in order.</summary>
internal sealed partial class CallAnnouncements
{
    // About a week of an absent receiver at the default pace; past that the oldest go.
    private const int Capacity = 10_000;

    private readonly Channel<Call> _calls;
    private readonly ILogger<CallAnnouncements> _logger;
    private readonly bool _subscribed;

    public CallAnnouncements(IOptions<SandboxOptions> options, ILogger<CallAnnouncements> logger)
    {
        _logger = logger;
        _subscribed = options.Value.Gong.WebhookUrl.Length > 0;
        _calls = Channel.CreateBounded<Call>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            dropped => LogDropped(dropped.Id));
    }

    public ChannelReader<Call> Reader => _calls.Reader;

    public void Announce(Call call)
    {
        if (_subscribed)
        {
            _calls.Writer.TryWrite(call);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The webhook queue is full: call {CallId} is not told of")]
    private partial void LogDropped(ulong callId);
}
