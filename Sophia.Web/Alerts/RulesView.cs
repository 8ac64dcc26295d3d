using Sophia.Core.Alerts;

namespace Sophia.Web.Alerts;

/// <summary>What the page of rules shows.</summary>
/// <param name="Rules">The rules, the oldest first.</param>
/// <param name="Currency">The ISO 4217 code of amounts of money, or null.</param>
public sealed record RulesView(IReadOnlyList<MetricRule> Rules, string? Currency);
