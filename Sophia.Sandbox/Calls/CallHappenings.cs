using Microsoft.Extensions.Options;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Gong;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Calls;

/// <summary>Holds calls now: about open deals, and among colleagues.</summary>
internal sealed class CallHappenings(
    CallBook book, CrmStore store, CallPeople people, SeededCompany company, CallAnnouncements announcements, IOptions<SandboxOptions> options, TimeProvider clock)
{
    private const double WrittenDown = 0.25;

    private readonly Lock _lock = new();
    private readonly CallDraft _draft = new(company, people);
    private readonly SeededRandom _random = new SeededRandom((ulong)options.Value.Seed).Fork(-8);

    /// <summary>A call as the business would hold it next; nothing when there is no room or no open deal.</summary>
    public Call? Next()
    {
        lock (_lock)
        {
            return _random.Chance(CallDraft.InternalShare)
                ? Hold(null, isInternal: true, isWrittenDown: false, isAnalysed: true)
                : Hold(null, isInternal: false, _random.Chance(WrittenDown), isAnalysed: true);
        }
    }

    /// <summary>Holds a call that has just ended, and tells of it once it is analysed.</summary>
    /// <param name="deal">What it is about; nothing for any open deal.</param>
    /// <param name="isInternal">Whether colleagues are among themselves.</param>
    /// <param name="isWrittenDown">Whether there is a transcript.</param>
    /// <param name="isAnalysed">Whether the analysis is there already.</param>
    public Call? Hold(Deal? deal, bool isInternal, bool isWrittenDown, bool isAnalysed)
    {
        lock (_lock)
        {
            var subject = isInternal ? null : deal ?? store.PickOpenDeal(_random);
            if (subject is null && !isInternal)
            {
                return null;
            }

            var held = book.Hold(number =>
            {
                var random = CallSeeder.RandomOf(options.Value.Seed, number);
                var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
                var call = subject is null
                    ? _draft.Internal(number, now, random)
                    : _draft.About(number, subject, KindOf(subject), now, isWrittenDown, random);
                return call with { StartedAt = now.AddSeconds(-call.DurationSeconds), IsAnalysed = isAnalysed };
            });
            if (held is { IsAnalysed: true })
            {
                announcements.Announce(held);
            }

            return held;
        }
    }

    /// <summary>The analysis of a call is there.</summary>
    public Call? Analyse(ulong id)
    {
        if (book.Analyse(id) is not { } call)
        {
            return null;
        }

        announcements.Announce(call);
        return call;
    }

    private static CallKind KindOf(Deal deal) => deal.Stage switch
    {
        DealStage.AppointmentScheduled or DealStage.QualifiedToBuy => CallKind.Discovery,
        DealStage.PresentationScheduled => CallKind.Demo,
        DealStage.DecisionMakerBoughtIn or DealStage.ContractSent or DealStage.ClosedLost => CallKind.Negotiation,
        DealStage.ClosedWon => CallKind.CheckIn,
    };
}
