using Microsoft.Extensions.Options;

namespace Sophia.Sandbox.Living;

/// <summary>Lets something happen every few seconds while the company is not frozen.</summary>
internal sealed class LivingCompany(Happenings happenings, LifeSwitch life, IOptions<SandboxOptions> options, TimeProvider clock) : BackgroundService
{
    // For a company that started frozen and is thawed by hand.
    private static readonly TimeSpan s_usualInterval = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = options.Value.LivingInterval == TimeSpan.Zero ? s_usualInterval : options.Value.LivingInterval;
        while (!stoppingToken.IsCancellationRequested)
        {
            await life.WaitUntilThawedAsync(stoppingToken);
            await Task.Delay(happenings.Pause(interval), clock, stoppingToken);
            if (!life.IsFrozen)
            {
                happenings.Next();
            }
        }
    }
}
