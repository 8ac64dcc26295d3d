using Microsoft.Extensions.Options;

namespace Sophia.Sandbox.Living;

/// <summary>Lets something happen in the business every few seconds.</summary>
internal sealed class LivingCompany(Happenings happenings, LifeSwitch life, IOptions<SandboxOptions> options, TimeProvider clock) : BackgroundService
{
    // For a company that started frozen and is thawed by hand.
    private static readonly TimeSpan s_usualInterval = TimeSpan.FromSeconds(3);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = options.Value.LivingInterval == TimeSpan.Zero ? s_usualInterval : options.Value.LivingInterval;
        return LifeLoop.RunAsync(life, () => happenings.Pause(interval), happenings.Next, clock, stoppingToken);
    }
}
