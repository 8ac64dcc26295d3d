namespace Sophia.Web.Pages;

/// <summary>What a prerendered page hands to its circuit, so that it does not load twice.</summary>
/// <typeparam name="T">The answer.</typeparam>
/// <param name="Address">What the answer was asked by.</param>
/// <param name="Data">The answer.</param>
/// <param name="LoadedAt">When it arrived.</param>
internal sealed record SavedAnswer<T>(string Address, T Data, DateTimeOffset LoadedAt);
