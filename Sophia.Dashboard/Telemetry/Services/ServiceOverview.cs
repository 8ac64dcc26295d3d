namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>What one service does: its server and consumer spans.</summary>
/// <param name="Service">The service.</param>
/// <param name="Totals">Over all its endpoints.</param>
/// <param name="Endpoints">Its endpoints, the busiest first; at most 200.</param>
/// <param name="RequestTrend">Requests in each thirtieth of the window, in order; null where the kept spans do not reach.</param>
/// <param name="ErrorTrend">Errors likewise.</param>
public sealed record ServiceOverview(
    string Service, RateErrorsDuration Totals, IReadOnlyList<EndpointOverview> Endpoints, IReadOnlyList<long?> RequestTrend, IReadOnlyList<long?> ErrorTrend);
