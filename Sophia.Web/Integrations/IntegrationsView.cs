using Sophia.Core.Integrations;
using Sophia.Core.Status;

namespace Sophia.Web.Integrations;

/// <summary>What the page of integrations shows.</summary>
/// <param name="Integrations">The connected systems.</param>
/// <param name="Status">How Sophia itself is, or null where that could not be had.</param>
public sealed record IntegrationsView(IReadOnlyList<Integration> Integrations, SystemStatus? Status);
