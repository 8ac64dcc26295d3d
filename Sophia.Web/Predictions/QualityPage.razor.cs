using Microsoft.AspNetCore.Components;
using Sophia.Core.Predictions;
using Sophia.Web.Api;

namespace Sophia.Web.Predictions;

/// <summary>How good Sophia's predictions are, for those who decide by them.</summary>
public sealed partial class QualityPage
{
    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => "/api/v1/predictions/quality";

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    private protected override Task<ApiAnswer<PredictionQuality>> ReadAsync(CancellationToken cancellationToken) =>
        Api.GetAsync(Address, PredictionJson.Default.PredictionQuality, cancellationToken);
}
