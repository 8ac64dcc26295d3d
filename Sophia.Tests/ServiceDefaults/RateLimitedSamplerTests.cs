using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry.Trace;
using Sophia.ServiceDefaults.Telemetry;

namespace Sophia.Tests.ServiceDefaults;

public sealed class RateLimitedSamplerTests
{
    private const int Limit = 200;
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void An_ordinary_business_loses_nothing()
    {
        var sampler = new RateLimitedSampler(Limit, _clock);

        var kept = Enumerable.Range(0, 10).SelectMany(second => Offer(sampler, Limit - 1, seed: second)).ToArray();

        Assert.Equal(10 * (Limit - 1), kept.Length);
        Assert.All(kept, static state => Assert.Equal("ot=th:0", state));
    }

    [Fact]
    public void A_flood_is_held_to_the_limit_and_what_is_kept_stands_for_all_of_it()
    {
        var sampler = new RateLimitedSampler(Limit, _clock);

        var first = Offer(sampler, 8_000, seed: 1);
        var later = Enumerable.Range(2, 20).Select(second => Offer(sampler, 8_000, second)).ToArray();

        // Six doublings, each a quarter more.
        Assert.InRange(first.Count, Limit, Limit + (7 * Limit / 4));
        Assert.All(later, static second => Assert.InRange(second.Count, Limit / 2, 2 * Limit));
        // 4,000 kept traces tell a rate to within a few percent.
        Assert.InRange(later.Sum(static second => second.Sum(Count)), 160_000 * 0.93, 160_000 * 1.07);
        Assert.InRange(first.Sum(Count), 8_000 * 0.6, 8_000 * 1.4);
    }

    [Fact]
    public void After_a_flood_all_are_kept_again()
    {
        var sampler = new RateLimitedSampler(Limit, _clock);
        Offer(sampler, 8_000, seed: 1);
        Offer(sampler, 10, seed: 2);

        Assert.Equal(10, Offer(sampler, 10, seed: 3).Count);
    }

    [Theory]
    [InlineData(1, "ot=th:0")]
    [InlineData(0.5, "ot=th:8")]
    [InlineData(0.25, "ot=th:c")]
    // The specification's own example, at six digits.
    [InlineData(0.01, "ot=th:fd70a4")]
    public void The_share_is_written_as_the_specification_says(double probability, string expected) =>
        Assert.Equal(expected, SamplingThreshold.FromProbability(probability).TraceState);

    [Fact]
    public void The_same_trace_is_decided_alike_everywhere_and_who_keeps_more_keeps_it_too()
    {
        var tenth = SamplingThreshold.FromProbability(0.1);
        var third = SamplingThreshold.FromProbability(1 / 3.0);
        var traces = Traces(10_000, seed: 7);

        Assert.All(traces, trace => Assert.True(!tenth.Keeps(trace) || third.Keeps(trace)));
        Assert.All(traces, trace => Assert.Equal(tenth.Keeps(trace), SamplingThreshold.FromProbability(0.1).Keeps(ActivityTraceId.CreateFromString(trace.ToHexString()))));
        Assert.InRange(traces.Count(tenth.Keeps), 900, 1_100);
        // Only the last seven bytes decide: from the threshold on they keep.
        Assert.False(tenth.Keeps(ActivityTraceId.CreateFromString($"ffffffffffffffffff{tenth.Value - 1:x14}")));
        Assert.True(tenth.Keeps(ActivityTraceId.CreateFromString($"000000000000000000{tenth.Value:x14}")));
    }

    /// <summary>What one second of new traces leaves: the <c>tracestate</c> of those that are kept.</summary>
    private List<string> Offer(RateLimitedSampler sampler, int count, int seed)
    {
        var kept = new List<string>();
        foreach (var trace in Traces(count, seed))
        {
            var result = sampler.ShouldSample(new SamplingParameters(default, trace, "GET /", ActivityKind.Server));
            if (result.Decision == SamplingDecision.RecordAndSample)
            {
                kept.Add(result.TraceStateString!);
            }
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        return kept;
    }

    private static ActivityTraceId[] Traces(int count, int seed)
    {
        // The same in every run, so that what is asserted of estimates always holds or never.
#pragma warning disable CA5394
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return ActivityTraceId.CreateFromBytes(bytes);
        })];
#pragma warning restore CA5394
    }

    private static double Count(string traceState)
    {
        var threshold = Convert.ToInt64(traceState["ot=th:".Length..].PadRight(14, '0'), 16);
        return (double)(1L << 56) / ((1L << 56) - threshold);
    }
}
