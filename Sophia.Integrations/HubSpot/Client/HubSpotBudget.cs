using Microsoft.Extensions.Options;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.HubSpot.Client;

/// <summary>HubSpot's limits: requests in ten seconds, a tenth of them kept for live changes, and searches in a second.</summary>
internal sealed class HubSpotBudget(IOptions<HubSpotOptions> options, TimeProvider clock) : RequestBudget(
    clock,
    new RequestLimit(options.Value.RequestsPerTenSeconds, TimeSpan.FromSeconds(10)) { KeptForLive = options.Value.RequestsPerTenSeconds / 10 },
    new RequestLimit(options.Value.SearchesPerSecond, TimeSpan.FromSeconds(1)) { OfSearches = true });
