using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Calls.Speech;

/// <summary>Which scenes a call is made of, in which order.</summary>
internal static class CallPlan
{
    /// <summary>How it begins.</summary>
    public static IEnumerable<string> Opening(SellerStyle style, SeededRandom random)
    {
        var book = Phrasebook.Shipped;
        yield return random.Pick(book.Of("open"));
        var chatty = style switch
        {
            SellerStyle.Consultative => 0.6,
            SellerStyle.Pushy => 0.3,
            SellerStyle.Rambling => 0.9,
            SellerStyle.Concise => 0.15,
        };
        if (random.Chance(chatty))
        {
            yield return random.Pick(book.Of("smalltalk"));
        }

        yield return "agenda/plan";
    }

    /// <summary>How it ends.</summary>
    public static string Closing(SeededRandom random) => random.Pick(Phrasebook.Shipped.Of("close"));

    /// <summary>What it is about, without end: whoever reads it stops when the time is up.</summary>
    public static IEnumerable<string> Body(CallKind kind, CallMood mood, SeededRandom random)
    {
        foreach (var scene in Once(kind, mood, random))
        {
            yield return scene;
        }

        string[] again = [.. Again(kind), .. Phrasebook.Shipped.Of("extra")];
        while (true)
        {
            for (var index = again.Length - 1; index > 0; index--)
            {
                var other = random.Next(index + 1);
                (again[index], again[other]) = (again[other], again[index]);
            }

            foreach (var scene in again)
            {
                yield return scene;
            }
        }
    }

    // What may come up a second time without anybody wondering.
    private static string[] Again(CallKind kind) => kind switch
    {
        CallKind.Discovery => ["discovery/current", "discovery/pain", "discovery/goals"],
        CallKind.Demo => ["demo/feature", "demo/feature", "demo/feature", "discovery/pain"],
        CallKind.Negotiation => ["negotiation/price", "discovery/process", "discovery/goals"],
        CallKind.CheckIn or CallKind.Internal => ["checkin/usage", "checkin/issue", "discovery/pain"],
    };

    private static IEnumerable<string> Once(CallKind kind, CallMood mood, SeededRandom random)
    {
        var (objects, compares) = mood switch
        {
            CallMood.Lost => (0.6, 0.55),
            CallMood.Open => (0.4, 0.3),
            CallMood.Won => (0.2, 0.2),
        };
        List<string?> scenes = kind switch
        {
            CallKind.Discovery =>
            [
                "discovery/current", "discovery/pain", Sometimes(0.6, "discovery/goals"), "discovery/pain", Objection(), "discovery/process",
                Sometimes(compares, "negotiation/competitor"), Sometimes(0.3, "negotiation/price"), Sometimes(0.2, "negotiation/timeline"),
            ],
            CallKind.Demo =>
            [
                "demo/setup", "demo/feature", "demo/feature", Sometimes(0.7, "demo/integration"), Objection(), "demo/feature", Sometimes(0.5, "demo/security"),
                Sometimes(compares, "negotiation/competitor"), Sometimes(0.4, "negotiation/price"), Sometimes(0.3, "discovery/goals"),
            ],
            CallKind.Negotiation =>
            [
                "negotiation/recap", "negotiation/price", Objection(), Sometimes(0.6, "negotiation/legal"), "negotiation/timeline",
                Sometimes(compares, "negotiation/competitor"), Sometimes(0.3, "discovery/process"),
            ],
            CallKind.CheckIn =>
            [
                "checkin/usage", Sometimes(mood == CallMood.Lost ? 0.9 : 0.4, "checkin/issue"), Sometimes(0.5, "checkin/expansion"), "checkin/renewal",
                Sometimes(compares / 2, "negotiation/competitor"),
            ],
            // Nobody writes down what colleagues say among themselves.
            CallKind.Internal => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Internal calls have no transcript."),
        };
        return scenes.OfType<string>();

        string? Sometimes(double chance, string scene) => random.Chance(chance) ? scene : null;
        string? Objection() => Sometimes(objects, random.Pick(Phrasebook.Shipped.Of("objection")));
    }
}
