using System.Text.Json.Serialization;

namespace Sophia.Benchmarks.Forecasting;

/// <summary>One forecast of the output file.</summary>
internal sealed record ForecastLine(string Id, IReadOnlyList<double> Mean, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper)
{
    /// <summary>Why there is no forecast.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Declined { get; init; }
}
