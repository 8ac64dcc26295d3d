using Microsoft.Extensions.Options;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.BambooHr.Client;

/// <summary>The requests that BambooHR is asked for in a second, a fifth of them kept for live changes.</summary>
internal sealed class BambooHrBudget(IOptions<BambooHrOptions> options, TimeProvider clock) : RequestBudget(
    clock,
    new RequestLimit(options.Value.RequestsPerSecond, TimeSpan.FromSeconds(1)) { KeptForLive = options.Value.RequestsPerSecond / 5 });
