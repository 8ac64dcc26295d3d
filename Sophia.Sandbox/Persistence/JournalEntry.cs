using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Persistence;

/// <summary>An object as it stood after a change; one of the two is set.</summary>
internal sealed record JournalEntry(Deal? Deal, Company? Company);
