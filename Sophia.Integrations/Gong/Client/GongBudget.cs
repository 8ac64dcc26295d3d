using Microsoft.Extensions.Options;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.Gong.Client;

/// <summary>
/// Gong's limits of a second and of a day. A second is over soon, so only the day keeps a tenth for what just happened.
/// </summary>
internal sealed class GongBudget(IOptions<GongOptions> options, TimeProvider clock) : RequestBudget(
    clock,
    new RequestLimit(options.Value.RequestsPerSecond, TimeSpan.FromSeconds(1)),
    new RequestLimit(options.Value.RequestsPerDay, TimeSpan.FromDays(1)) { KeptForLive = options.Value.RequestsPerDay / 10 });
