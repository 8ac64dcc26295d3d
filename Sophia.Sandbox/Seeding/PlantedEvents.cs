namespace Sophia.Sandbox.Seeding;

/// <summary>What was put into the history on purpose, so that whoever analyses it can be checked against it.</summary>
/// <param name="YearlyRevenueGrowth">Growth of won revenue from year to year in ordinary quarters, as a factor.</param>
/// <param name="BadQuarter">The quarter with a clearly lower win rate and revenue.</param>
/// <param name="BadQuarterFrom">Its first day.</param>
/// <param name="BadQuarterTo">Its last day.</param>
/// <param name="BadQuarterWinFactor">What the chance of winning was multiplied by.</param>
/// <param name="LostCustomerId">The large customer that was lost.</param>
/// <param name="LostCustomerName">Its name.</param>
/// <param name="RenewalsWon">Renewals it signed, one a quarter, before it left.</param>
/// <param name="LastRenewal">The day of the last one.</param>
/// <param name="LostDealId">The large renewal that it declined.</param>
/// <param name="LostDealAmount">In US dollars.</param>
/// <param name="LostDealClosed">The day it declined.</param>
/// <param name="WeakOwnerIds">The two representatives with a much lower win rate and longer cycles.</param>
/// <param name="WeakOwnerNames">Their names, in the same order.</param>
internal sealed record PlantedEvents(
    double YearlyRevenueGrowth,
    string BadQuarter,
    DateOnly BadQuarterFrom,
    DateOnly BadQuarterTo,
    double BadQuarterWinFactor,
    long LostCustomerId,
    string LostCustomerName,
    int RenewalsWon,
    DateOnly LastRenewal,
    long LostDealId,
    decimal LostDealAmount,
    DateOnly LostDealClosed,
    IReadOnlyList<long> WeakOwnerIds,
    IReadOnlyList<string> WeakOwnerNames);
