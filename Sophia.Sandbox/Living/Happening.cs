namespace Sophia.Sandbox.Living;

/// <summary>What may happen next in the company.</summary>
internal enum Happening
{
    DealCreated,
    DealAdvanced,
    DealWon,
    DealLost,
    AmountChanged,
    CompanyGrew,
}
