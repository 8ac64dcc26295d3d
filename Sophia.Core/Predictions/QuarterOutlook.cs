using Sophia.Core.Analytics.Sales.QuarterEnd;

namespace Sophia.Core.Predictions;

/// <summary>What a calendar quarter will have brought.</summary>
/// <param name="From">Its first day.</param>
/// <param name="MadeAt">When this was computed.</param>
/// <param name="Currency">ISO 4217 code of the amounts.</param>
/// <param name="Forecast">The forecast, or null where it was declined.</param>
/// <param name="Declined">Why there is none; null where there is one.</param>
public sealed record QuarterOutlook(DateOnly From, DateTimeOffset MadeAt, string Currency, PeriodForecast? Forecast, string? Declined);
