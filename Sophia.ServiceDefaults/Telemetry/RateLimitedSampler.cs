using OpenTelemetry.Trace;

namespace Sophia.ServiceDefaults.Telemetry;

/// <summary>
/// Keeps every new trace while there are few, and a share of them when there are many, so that recording never costs a busy process
/// more than a quiet one. The share is known before a trace is looked at and goes with it, so receivers count each kept trace as
/// that many: no rate is lost, only examples are.
/// </summary>
internal sealed class RateLimitedSampler : Sampler
{
    private readonly int _limit;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private long _began;
    private int _offered;
    private int _left;
    private SamplingThreshold _threshold = SamplingThreshold.KeepAll;
    private string _traceState = SamplingThreshold.KeepAll.TraceState;

    /// <param name="limit">How many new traces a second are all kept. Of a sudden flood a quarter more are for each doubling beyond, in its first second.</param>
    /// <param name="time">The clock.</param>
    public RateLimitedSampler(int limit, TimeProvider time)
    {
        (_limit, _time) = (limit, time);
        _began = time.GetTimestamp();
        _left = limit;
    }

    /// <inheritdoc />
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        lock (_gate)
        {
            if (_time.GetElapsedTime(_began) is var elapsed && elapsed >= TimeSpan.FromSeconds(1))
            {
                // As many as lately are expected to come.
                Use(SamplingThreshold.FromProbability(_offered == 0 ? 1 : Math.Min(1, _limit * elapsed.TotalSeconds / _offered)));
                (_began, _offered, _left) = (_time.GetTimestamp(), 0, _limit);
            }

            _offered++;
            if (!_threshold.Keeps(samplingParameters.TraceId))
            {
                return new SamplingResult(SamplingDecision.Drop);
            }

            var kept = new SamplingResult(SamplingDecision.RecordAndSample, _traceState);
            if (--_left == 0)
            {
                // More came than expected: half the share until a quarter of the limit is kept of it, and so on until the second is over.
                Use(SamplingThreshold.FromProbability(_threshold.Probability / 2));
                _left = Math.Max(1, _limit / 4);
            }

            return kept;
        }
    }

    private void Use(SamplingThreshold threshold)
    {
        if (threshold != _threshold)
        {
            (_threshold, _traceState) = (threshold, threshold.TraceState);
        }
    }
}
