using Microsoft.Extensions.Options;
using Sophia.Sandbox.Living;
using Sophia.Sandbox.Persistence;
using Sophia.Sandbox.Seeding;
using Sophia.Sandbox.Webhooks;

namespace Sophia.Sandbox.Crm;

/// <summary>The state of the CRM, in memory. Objects never change in place, so a page once read stays consistent.</summary>
internal sealed class CrmStore
{
    // Room for about a month of living at the default pace, at some 500 bytes a deal.
    private const int RoomToGrow = 250_000;

    private readonly Lock _lock = new();
    private readonly ChangeClock _changes;
    private readonly WebhookQueue _webhooks;
    private readonly CompanyJournal _journal;
    private readonly ObjectTable<Deal> _deals;
    private readonly ObjectTable<Company> _companies;
    private readonly OpenDeals _open = new();
    private long _lastId;

    public CrmStore(
        SeededCompany seeded, CompanyJournal journal, IOptions<SandboxOptions> options, TimeProvider clock, WebhookQueue webhooks)
    {
        _webhooks = webhooks;
        _journal = journal;
        _deals = new ObjectTable<Deal>(seeded.Deals, options.Value.Deals + RoomToGrow);
        _companies = new ObjectTable<Company>(seeded.Companies, options.Value.Companies);
        Restore();
        foreach (var deal in _deals.All)
        {
            _open.Update(deal);
        }

        // A company without a journal restarts from its seed while its readers remember: an id once given must not come back.
        _lastId = Math.Max(clock.GetUtcNow().ToUnixTimeMilliseconds(), _deals.All[^1].Id);
        _changes = new ChangeClock(clock, _deals.All.Max(deal => deal.ModifiedAt));
    }

    /// <summary>Reads under the lock; <paramref name="read"/> must copy what it keeps.</summary>
    public TResult ReadDeals<TResult>(Func<ObjectTable<Deal>, TResult> read)
    {
        lock (_lock)
        {
            return read(_deals);
        }
    }

    /// <inheritdoc cref="ReadDeals"/>
    public TResult ReadCompanies<TResult>(Func<ObjectTable<Company>, TResult> read)
    {
        lock (_lock)
        {
            return read(_companies);
        }
    }

    public Deal? FindDeal(long id) => ReadDeals(deals => deals.Find(id)) is { ArchivedAt: null } deal ? deal : null;

    public Company? FindCompany(long id) => ReadCompanies(companies => companies.Find(id));

    /// <summary>An open deal at random, or none when all are closed.</summary>
    public Deal? PickOpenDeal(SeededRandom random)
    {
        lock (_lock)
        {
            return _open.Count == 0 ? null : _deals.Find(_open.Pick(random));
        }
    }

    /// <summary>Enters a deal, or nothing when the store is full.</summary>
    public Deal? Create(NewDeal entered)
    {
        lock (_lock)
        {
            if (_deals.IsFull)
            {
                return null;
            }

            var at = _changes.Next();
            var deal = new Deal
            {
                Id = ++_lastId,
                Name = entered.Name,
                Amount = entered.Amount,
                CloseDate = entered.Stage.IsClosed ? at : entered.CloseDate,
                OwnerId = entered.OwnerId,
                CompanyId = entered.CompanyId,
                ProductLine = entered.ProductLine,
                CreatedAt = at,
                ModifiedAt = at,
                History = [new StageChange(entered.Stage, at)],
            };
            _deals.Add(deal);
            _open.Update(deal);
            _journal.Write(new JournalEntry(deal, null));
            _webhooks.AnnounceCreation(deal);
            return deal;
        }
    }

    /// <summary>Changes a deal, given its moment of change, unless <paramref name="change"/> declines or it is gone.</summary>
    public Deal? Change(long id, Func<Deal, DateTimeOffset, Deal?> change)
    {
        lock (_lock)
        {
            if (_deals.Find(id) is not { ArchivedAt: null } before || change(before, _changes.Next()) is not { } after)
            {
                return null;
            }

            _deals.Replace(after);
            _open.Update(after);
            _journal.Write(new JournalEntry(after, null));
            _webhooks.AnnounceChange(before, after);
            return after;
        }
    }

    public void ChangeEmployees(long companyId, int employees)
    {
        lock (_lock)
        {
            if (_companies.Find(companyId) is { } before && before.Employees != employees)
            {
                var after = before with { Employees = employees, ModifiedAt = _changes.Next() };
                _companies.Replace(after);
                _journal.Write(new JournalEntry(null, after));
                _webhooks.AnnounceChange(after);
            }
        }
    }

    private void Restore()
    {
        foreach (var entry in _journal.Read())
        {
            if (entry.Company is { } company)
            {
                _companies.Replace(company);
            }
            else if (entry.Deal is { } deal)
            {
                if (_deals.Find(deal.Id) is null)
                {
                    _deals.Add(deal);
                }
                else
                {
                    _deals.Replace(deal);
                }
            }
        }
    }
}
