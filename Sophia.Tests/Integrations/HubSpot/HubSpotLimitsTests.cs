using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Sophia.Core.Telemetry;
using Sophia.Integrations;
using Sophia.Integrations.HubSpot.Client.Messages;
using Sophia.Integrations.Requests;

namespace Sophia.Tests.Integrations.HubSpot;

public sealed class HubSpotLimitsTests
{
    private const string EmptyPage = """{"results":[]}""";

    private readonly SkippingClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("TEN_SECONDLY_ROLLING", 10)]
    [InlineData("SECONDLY", 1)]
    public async Task A_reached_limit_is_waited_for_and_the_request_sent_again(string policy, int seconds)
    {
        var vendor = new ScriptedVendor((number, _, _) => number == 1 ? ScriptedVendor.LimitReached(policy) : ScriptedVendor.Json(EmptyPage));

        await ListAsync(vendor);

        Assert.Equal(2, vendor.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(_clock.Waits));
    }

    [Fact]
    public async Task Each_attempt_and_the_wait_for_the_limit_are_measured_by_source()
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name.Equals(TelemetryNames.IntegrationsMeter, StringComparison.Ordinal))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        // The instruments belong to the process, but what a test causes happens on its own thread of execution.
        var here = new AsyncLocal<bool> { Value = true };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (here.Value)
            {
                var labels = string.Join(' ', tags.ToArray().Select(static tag => tag.Value));
                seen.Enqueue(instrument.Name == "sophia.source.limit.wait" ? $"waited {value:0} s: {labels}" : $"called: {labels}");
            }
        });
        listener.Start();

        await ListAsync(new ScriptedVendor((number, _, _) => number switch
        {
            1 => ScriptedVendor.LimitReached("SECONDLY"),
            2 => throw new HttpRequestException("nobody there"),
            _ => ScriptedVendor.Json(EmptyPage),
        }));

        Assert.Equal(["called: HubSpot 429", "waited 1 s: HubSpot", "called: HubSpot no_answer", "called: HubSpot 200"], seen, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_reached_daily_limit_is_told_and_not_asked_again()
    {
        var vendor = new ScriptedVendor((_, _, _) => ScriptedVendor.LimitReached("DAILY"));

        var failure = await Assert.ThrowsAsync<SourceException>(() => ListAsync(vendor));

        Assert.Single(vendor.Requests);
        Assert.Equal(SourceFailure.LimitReached, failure.Failure);
        Assert.Contains("You have reached your DAILY limit.", failure.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(15), failure.RetryAfter);
    }

    [Fact]
    public async Task An_error_of_HubSpot_is_tried_again_with_growing_pauses()
    {
        var vendor = new ScriptedVendor((number, _, _) =>
            number <= 3 ? ScriptedVendor.Json("oops", HttpStatusCode.BadGateway) : ScriptedVendor.Json(EmptyPage));

        await ListAsync(vendor);

        Assert.Equal(4, vendor.Requests.Count);
        Assert.Equal(3, _clock.Waits.Count);
        Assert.InRange(_clock.Waits[0].TotalMilliseconds, 100, 200);
        Assert.InRange(_clock.Waits[2].TotalMilliseconds, 400, 800);
    }

    [Fact]
    public async Task HubSpot_being_away_is_given_up_after_a_few_attempts_in_its_own_words()
    {
        var vendor = new ScriptedVendor((_, _, _) => ScriptedVendor.Json("""{"status":"error","message":"internal error","correlationId":"c0ffee"}""", HttpStatusCode.InternalServerError));

        var failure = await Assert.ThrowsAsync<SourceException>(() => ListAsync(vendor));

        Assert.Equal(6, vendor.Requests.Count);
        Assert.Equal(SourceFailure.Unavailable, failure.Failure);
        Assert.Equal("HubSpot answered 500: internal error (correlation c0ffee)", failure.Message);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, SourceFailure.Refused)]
    [InlineData(HttpStatusCode.Forbidden, SourceFailure.Refused)]
    [InlineData(HttpStatusCode.BadRequest, SourceFailure.Rejected)]
    public async Task What_repeating_cannot_help_is_not_repeated(HttpStatusCode status, SourceFailure expected)
    {
        var vendor = new ScriptedVendor((_, _, _) => ScriptedVendor.Json("""{"message":"no"}""", status));

        Assert.Equal(expected, (await Assert.ThrowsAsync<SourceException>(() => ListAsync(vendor))).Failure);
        Assert.Single(vendor.Requests);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again()
    {
        var vendor = new ScriptedVendor((number, _, _) => ScriptedVendor.Json(number == 1 ? """{"results":[{"id":"1",""" : EmptyPage));

        await ListAsync(vendor);

        Assert.Equal(2, vendor.Requests.Count);
    }

    [Fact]
    public async Task No_ten_seconds_see_more_requests_than_granted_and_a_tenth_stays_free_for_what_just_happened()
    {
        var budget = new HubSpotParts(new ScriptedVendor((_, _, _) => ScriptedVendor.Json(EmptyPage)), _clock).Budget;
        for (var request = 0; request < 171; request++)
        {
            await budget.EnterAsync(isSearch: false, RequestUrgency.Background, TestContext.Current.CancellationToken);
        }

        Assert.Empty(_clock.Waits);
        await budget.EnterAsync(isSearch: false, RequestUrgency.Live, TestContext.Current.CancellationToken);
        Assert.Empty(_clock.Waits);
        await budget.EnterAsync(isSearch: false, RequestUrgency.Background, TestContext.Current.CancellationToken);
        Assert.True(_clock.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait) >= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task No_second_sees_more_than_five_searches()
    {
        var budget = new HubSpotParts(new ScriptedVendor((_, _, _) => ScriptedVendor.Json(EmptyPage)), _clock).Budget;
        var start = _clock.GetUtcNow();
        for (var request = 0; request < 11; request++)
        {
            await budget.EnterAsync(isSearch: true, RequestUrgency.Background, TestContext.Current.CancellationToken);
        }

        Assert.True(_clock.GetUtcNow() - start >= TimeSpan.FromSeconds(2));
    }

    private Task<Answer<ObjectsAnswer>> ListAsync(ScriptedVendor vendor)
    {
        var parts = new HubSpotParts(vendor, _clock);
        return parts.Api.ListAsync(parts.Deals, after: null, TestContext.Current.CancellationToken);
    }
}
