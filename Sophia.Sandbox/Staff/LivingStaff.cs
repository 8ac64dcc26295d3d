using Microsoft.Extensions.Options;
using Sophia.Sandbox.Living;

namespace Sophia.Sandbox.Staff;

/// <summary>Lets something happen among the people every few minutes.</summary>
internal sealed class LivingStaff(StaffHappenings happenings, LifeSwitch life, IOptions<SandboxOptions> options, TimeProvider clock) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        LifeLoop.RunAsync(life, () => happenings.Pause(options.Value.StaffInterval), happenings.Next, clock, stoppingToken);
}
