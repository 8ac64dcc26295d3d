using Microsoft.Extensions.Options;
using Sophia.Sandbox.Living;

namespace Sophia.Sandbox.Calls;

/// <summary>Holds a call every minute or so.</summary>
internal sealed class LivingCalls(CallHappenings happenings, LifeSwitch life, IOptions<SandboxOptions> options, TimeProvider clock) : BackgroundService
{
    // Happenings in the CRM for each call.
    private const int Slower = 20;

    private static readonly TimeSpan s_usualInterval = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = options.Value.LivingInterval == TimeSpan.Zero ? s_usualInterval : options.Value.LivingInterval * Slower;
        return LifeLoop.RunAsync(life, () => interval, () => happenings.Next(), clock, stoppingToken);
    }
}
