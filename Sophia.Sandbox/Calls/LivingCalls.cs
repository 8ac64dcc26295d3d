using Microsoft.Extensions.Options;
using Sophia.Sandbox.Living;

namespace Sophia.Sandbox.Calls;

/// <summary>Holds a call every minute or so while the company is not frozen.</summary>
internal sealed class LivingCalls(CallHappenings happenings, LifeSwitch life, IOptions<SandboxOptions> options, TimeProvider clock) : BackgroundService
{
    // Happenings in the CRM for each call.
    private const int Slower = 20;

    private static readonly TimeSpan s_usualInterval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = options.Value.LivingInterval == TimeSpan.Zero ? s_usualInterval : options.Value.LivingInterval * Slower;
        while (!stoppingToken.IsCancellationRequested)
        {
            await life.WaitUntilThawedAsync(stoppingToken);
            await Task.Delay(interval, clock, stoppingToken);
            if (!life.IsFrozen)
            {
                happenings.Next();
            }
        }
    }
}
