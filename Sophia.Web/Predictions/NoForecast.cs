namespace Sophia.Web.Predictions;

/// <summary>Why a chart shows no forecast.</summary>
/// <param name="TextKey">The key of the page's own sentence, or null where the forecast was declined.</param>
/// <param name="Reason">Why it was declined, in the API's words; null with a sentence of the page's own.</param>
internal sealed record NoForecast(string? TextKey, string? Reason);
