using Microsoft.Extensions.Options;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Living;

/// <summary>
/// Makes things happen, in a mix like that of the business. The mix is dealt from a shuffled deck rather than drawn, so
/// that no minute passes without a win.
/// </summary>
internal sealed class Happenings
{
    // As many deals come as close, so the pipeline keeps its size however long the company lives.
    private static readonly Happening[] s_mix =
    [
        .. Enumerable.Repeat(Happening.DealCreated, 6),
        .. Enumerable.Repeat(Happening.DealAdvanced, 5),
        .. Enumerable.Repeat(Happening.DealWon, 3),
        .. Enumerable.Repeat(Happening.DealLost, 3),
        .. Enumerable.Repeat(Happening.AmountChanged, 2),
        Happening.CompanyGrew,
    ];

    private readonly Lock _lock = new();
    private readonly CrmStore _store;
    private readonly SeededCompany _company;
    private readonly TimeProvider _clock;
    private readonly Market _market;
    private readonly SeededRandom _random;
    private readonly Deck<Happening> _deck;

    public Happenings(CrmStore store, SeededCompany company, IOptions<SandboxOptions> options, TimeProvider clock)
    {
        (_store, _company, _clock) = (store, company, clock);
        _market = new Market(company.Companies, company.Owners);
        _random = new SeededRandom((ulong)options.Value.Seed).Fork(-3);
        _deck = new Deck<Happening>(s_mix, _random);
    }

    /// <summary>One happening. A full store begins no more deals, and without open deals nothing can move.</summary>
    public void Next()
    {
        lock (_lock)
        {
            switch (_deck.Deal())
            {
                case Happening.DealCreated:
                    _store.Create(DrawDeal());
                    break;
                case Happening.DealAdvanced:
                    Move(_store.PickOpenDeal(_random), deal => deal.Stage < DealStage.ContractSent ? deal.Stage + 1 : null);
                    break;
                case Happening.DealWon:
                    Move(PickWinner(), _ => DealStage.ClosedWon);
                    break;
                case Happening.DealLost:
                    Move(_store.PickOpenDeal(_random), _ => DealStage.ClosedLost);
                    break;
                case Happening.AmountChanged:
                    ChangeAmount();
                    break;
                case Happening.CompanyGrew:
                    var company = _store.FindCompany(_random.Pick(_company.Companies).Id)!;
                    _store.ChangeEmployees(company.Id, company.Employees + _random.Between(1, 1 + (company.Employees / 20)));
                    break;
            }
        }
    }

    /// <summary>A deal as the market would bring it now.</summary>
    public NewDeal DrawDeal(Company? company = null)
    {
        lock (_lock)
        {
            var prospect = company is null ? _market.Draw(_random) : _market.Draw(company, _random);
            return new NewDeal(
                prospect.Name,
                Market.Price(prospect.Amount),
                DealStage.AppointmentScheduled,
                _clock.GetUtcNow().AddDays(Math.Clamp(prospect.CycleDays, 2, BusinessCalendar.LongestCycleDays)),
                prospect.Owner.Id,
                prospect.Company.Id,
                prospect.ProductLine);
        }
    }

    /// <summary>The mean time to the next happening, drawn out so that they do not tick like a clock.</summary>
    public TimeSpan Pause(TimeSpan mean)
    {
        lock (_lock)
        {
            return mean * (0.5 + _random.NextDouble());
        }
    }

    private void Move(Deal? picked, Func<Deal, DealStage?> next)
    {
        if (picked is not null)
        {
            _store.Change(picked.Id, (deal, at) => deal.IsOpen && next(deal) is { } stage ? deal.MoveTo(stage, at) : null);
        }
    }

    private void ChangeAmount()
    {
        if (_store.PickOpenDeal(_random) is { } picked)
        {
            var amount = Market.Price((double)picked.Amount * (0.85 + (0.4 * _random.NextDouble())));
            _store.Change(picked.Id, (deal, at) => deal.IsOpen ? deal with { Amount = amount, ModifiedAt = at } : null);
        }
    }

    /// <summary>The furthest of a few open deals; the weak representatives' are passed over more often than not.</summary>
    private Deal? PickWinner()
    {
        Deal? best = null;
        for (var tries = 0; tries < 5; tries++)
        {
            if (_store.PickOpenDeal(_random) is { } deal
                && (best is null || (deal.Stage > best.Stage && (!_company.Planted.WeakOwnerIds.Contains(deal.OwnerId) || _random.Chance(SalesTeam.WeakSkill)))))
            {
                best = deal;
            }
        }

        return best;
    }
}
