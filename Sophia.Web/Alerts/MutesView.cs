using Sophia.Core.Alerts;

namespace Sophia.Web.Alerts;

/// <summary>What the page of mutes shows.</summary>
/// <param name="Mutes">The mutes that go on, wait or come again, the oldest first.</param>
public sealed record MutesView(IReadOnlyList<AlertMute> Mutes);
