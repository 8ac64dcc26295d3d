using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Sales.Waterfall;

/// <summary>
/// How the open pipeline that is promised for a period became what it is:
/// start + new + reopened + pulled in + raised − lowered − pushed out − won − lost − removed = end, to the cent.
/// </summary>
/// <remarks>A deal that changes value and leaves (or arrives) does both: the change is counted first, and it leaves with its last value.</remarks>
public sealed record PipelineWaterfall
{
    /// <summary>Open and promised for the period at the start.</summary>
    public required decimal Start { get; init; }

    /// <summary>Deals that did not exist at the start, open ones and those that were already won or lost alike.</summary>
    public required decimal New { get; init; }

    /// <summary>Deals that were closed at the start and are not any more.</summary>
    public required decimal Reopened { get; init; }

    /// <summary>Deals that were promised for another time, or none, and came into the period.</summary>
    public required decimal PulledIn { get; init; }

    /// <summary>Values raised.</summary>
    public required decimal Raised { get; init; }

    /// <summary>Values lowered; zero or more.</summary>
    public required decimal Lowered { get; init; }

    /// <summary>Deals that are now promised for another time, or none.</summary>
    public required decimal PushedOut { get; init; }

    /// <summary>Won.</summary>
    public required decimal Won { get; init; }

    /// <summary>Lost.</summary>
    public required decimal Lost { get; init; }

    /// <summary>Deals that the source deleted.</summary>
    public required decimal Removed { get; init; }

    /// <summary>Open and promised for the period at the end.</summary>
    public required decimal End { get; init; }

    /// <summary>What the steps make of the start; equals <see cref="End"/> always.</summary>
    public decimal Reconciled => Start + New + Reopened + PulledIn + Raised - Lowered - PushedOut - Won - Lost - Removed;

    /// <summary>Compares the pipeline at two moments.</summary>
    /// <param name="start">All deals as they were known at the start, removed ones left out; a deal stands once.</param>
    /// <param name="end">All deals as they are known at the end.</param>
    /// <param name="from">Beginning of the period that deals are promised for.</param>
    /// <param name="before">Its end, not part of it.</param>
    public static PipelineWaterfall Between(
        IEnumerable<PipelineDeal> start, IEnumerable<PipelineDeal> end, DateTimeOffset from, DateTimeOffset before) =>
        Between(start, end, deal => deal.ClosesAt >= from && deal.ClosesAt < before);

    /// <summary>Compares the whole pipeline at two moments, whenever its deals are promised: nothing is pulled in or pushed out of it.</summary>
    /// <param name="start">All deals as they were known at the start, removed ones left out; a deal stands once.</param>
    /// <param name="end">All deals as they are known at the end.</param>
    public static PipelineWaterfall Between(IEnumerable<PipelineDeal> start, IEnumerable<PipelineDeal> end) =>
        Between(start, end, static _ => true);

    private static PipelineWaterfall Between(IEnumerable<PipelineDeal> start, IEnumerable<PipelineDeal> end, Func<PipelineDeal, bool> isPromised)
    {
        var earlier = start.ToDictionary(static deal => deal.Key);
        var later = end.ToDictionary(static deal => deal.Key);
        var sums = new Dictionary<Step, decimal>();
        foreach (var key in earlier.Keys.Union(later.Keys))
        {
            Follow(earlier.GetValueOrDefault(key), later.GetValueOrDefault(key), isPromised, sums);
        }

        return new()
        {
            Start = earlier.Values.Where(IsIn).Sum(Value),
            New = sums.GetValueOrDefault(Step.New),
            Reopened = sums.GetValueOrDefault(Step.Reopened),
            PulledIn = sums.GetValueOrDefault(Step.PulledIn),
            Raised = sums.GetValueOrDefault(Step.Raised),
            Lowered = sums.GetValueOrDefault(Step.Lowered),
            PushedOut = sums.GetValueOrDefault(Step.PushedOut),
            Won = sums.GetValueOrDefault(Step.Won),
            Lost = sums.GetValueOrDefault(Step.Lost),
            Removed = sums.GetValueOrDefault(Step.Removed),
            End = later.Values.Where(IsIn).Sum(Value),
        };

        bool IsIn(PipelineDeal deal) => deal.Outcome is DealOutcome.Open && isPromised(deal);
    }

    private static void Follow(PipelineDeal? was, PipelineDeal? now, Func<PipelineDeal, bool> isPromised, Dictionary<Step, decimal> sums)
    {
        var wasIn = was is { Outcome: DealOutcome.Open } && isPromised(was);
        var isIn = now is { Outcome: DealOutcome.Open } && isPromised(now);
        if (now is null)
        {
            Add(Step.Removed, wasIn ? Value(was!) : 0);
            return;
        }

        var value = Value(now);
        if (was is null)
        {
            // What came and went within the time shows on both sides, so that wins are not understated.
            var counts = isPromised(now);
            Add(Step.New, counts ? value : 0);
            Add(Step.Won, counts && now.Outcome is DealOutcome.Won ? value : 0);
            Add(Step.Lost, counts && now.Outcome is DealOutcome.Lost ? value : 0);
            return;
        }

        if (was.Outcome is not DealOutcome.Open)
        {
            Add(Step.Reopened, isIn ? value : 0);
            return;
        }

        // A deal promised for later that is won within the period was pulled in first.
        var endsIn = now.Outcome is not DealOutcome.Open && isPromised(now);
        if (!wasIn && !isIn && !endsIn)
        {
            return;
        }

        if (wasIn)
        {
            Add(Step.Raised, Math.Max(0, value - Value(was)));
            Add(Step.Lowered, Math.Max(0, Value(was) - value));
        }
        else
        {
            Add(Step.PulledIn, value);
        }

        switch (now.Outcome)
        {
            case DealOutcome.Won:
                Add(Step.Won, value);
                break;
            case DealOutcome.Lost:
                Add(Step.Lost, value);
                break;
            case DealOutcome.Open:
                Add(Step.PushedOut, isIn ? 0 : value);
                break;
        }

        void Add(Step step, decimal amount) => sums[step] = sums.GetValueOrDefault(step) + amount;
    }

    private static decimal Value(PipelineDeal deal) => deal.Amount ?? 0;

    private enum Step
    {
        New,
        Reopened,
        PulledIn,
        Raised,
        Lowered,
        PushedOut,
        Won,
        Lost,
        Removed,
    }
}
