namespace Sophia.Sandbox.Persistence;

/// <summary>What a company was seeded with. The same anchor always gives the same history.</summary>
/// <param name="SeededUntil">The first day that the company lives instead of being seeded.</param>
/// <param name="Seed">Fixes every draw.</param>
/// <param name="Deals">Deals in the history.</param>
/// <param name="Companies">Companies that the deals are made with.</param>
/// <param name="Years">Years of history.</param>
internal sealed record CompanyAnchor(DateOnly SeededUntil, int Seed, int Deals, int Companies, int Years);
