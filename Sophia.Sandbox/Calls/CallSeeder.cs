using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Calls;

/// <summary>Makes the calls of the company's history, by their start.</summary>
internal static class CallSeeder
{
    // Apart from what the deals draw.
    private const ulong Stream = 0xCA11_0000_0000;

    /// <summary>As many calls and transcripts as the options say; only calls with customers are written down.</summary>
    public static List<Call> Seed(SandboxOptions options, SeededCompany company, CallPeople people)
    {
        var draft = new CallDraft(company, people);
        List<Call> calls = [.. Enumerable.Range(1, options.Calls).Select(number => draft.OfHistory(number, RandomOf(options.Seed, number)))];
        var written = calls.Where(static call => !call.IsInternal)
            .OrderBy(call => RandomOf(options.Seed, call.Number).Fork(1).NextDouble())
            .Take(options.Transcripts)
            .Select(static call => call.Number)
            .ToHashSet();
        for (var index = 0; index < calls.Count; index++)
        {
            if (written.Contains(calls[index].Number))
            {
                calls[index] = CallDraft.WrittenDown(calls[index], RandomOf(options.Seed, calls[index].Number).Fork(2));
            }
        }

        calls.Sort(CallOrder.Instance);
        return calls;
    }

    /// <summary>What a call is drawn from.</summary>
    public static SeededRandom RandomOf(int seed, long number) => new SeededRandom((ulong)seed ^ Stream).Fork(number);
}
