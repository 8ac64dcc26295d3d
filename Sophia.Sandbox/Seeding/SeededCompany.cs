using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.Seeding;

/// <summary>The made-up company as it stood at midnight (UTC) of its last day; lists ascend by id.</summary>
internal sealed record SeededCompany(
    DateOnly FirstDay,
    DateOnly Today,
    IReadOnlyList<Owner> Owners,
    IReadOnlyList<Company> Companies,
    IReadOnlyList<Deal> Deals,
    PlantedEvents Planted,
    SeededStaff Staff);
