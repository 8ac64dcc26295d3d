using Sophia.Sandbox.Seeding;
using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.Control;

/// <summary>The made-up company at a glance.</summary>
/// <param name="FirstDay">The first day on which a deal closed.</param>
/// <param name="SeededUntil">The day at whose midnight (UTC) the seeded history ends and life begins.</param>
/// <param name="Seed">What fixes the company.</param>
/// <param name="Frozen">Whether it stands still.</param>
/// <param name="Representatives">Sales representatives.</param>
/// <param name="Employees">People employed now.</param>
/// <param name="Totals">Everything since the first day.</param>
/// <param name="Planted">What analyses should find.</param>
/// <param name="Unrest">What analyses of the people should find.</param>
internal sealed record CompanySummary(
    DateOnly FirstDay, DateOnly SeededUntil, int Seed, bool Frozen, int Representatives, int Employees, Totals Totals, PlantedEvents Planted, Unrest Unrest);
