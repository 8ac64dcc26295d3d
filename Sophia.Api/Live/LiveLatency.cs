using Sophia.Core.Status;

namespace Sophia.Api.Live;

/// <summary>How long the latest changes took to this replica's readers.</summary>
internal sealed class LiveLatency(TimeProvider clock)
{
    // A minute of a lively business with a few readers; of many readers the latest say enough. 12 KB.
    private const int MostSamples = 512;

    // What was measured before says nothing of now.
    private static readonly TimeSpan s_remembered = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Queue<Sample> _samples = new();

    /// <summary>A change was sent to a reader just now.</summary>
    /// <param name="recordedAt">When its oldest event was recorded.</param>
    /// <param name="projectedAt">When the figures held it.</param>
    public void Sent(DateTimeOffset recordedAt, DateTimeOffset projectedAt)
    {
        var sample = new Sample(recordedAt, projectedAt, clock.GetUtcNow());
        lock (_gate)
        {
            if (_samples.Count == MostSamples)
            {
                _samples.Dequeue();
            }

            _samples.Enqueue(sample);
        }
    }

    /// <summary>What the last minutes' samples say, or null where there are none.</summary>
    public LatencyStatus? Measure()
    {
        Sample[] samples;
        lock (_gate)
        {
            while (_samples.TryPeek(out var oldest) && clock.GetUtcNow() - oldest.SentAt > s_remembered)
            {
                _samples.Dequeue();
            }

            samples = [.. _samples];
        }

        return samples.Length == 0 ? null : new()
        {
            Samples = samples.Length,
            MeasuredAt = samples[^1].SentAt,
            RecordedToProjected = Quantiles(samples, static sample => sample.ProjectedAt - sample.RecordedAt),
            ProjectedToSent = Quantiles(samples, static sample => sample.SentAt - sample.ProjectedAt),
            RecordedToSent = Quantiles(samples, static sample => sample.SentAt - sample.RecordedAt),
        };
    }

    // The smallest value that as many samples do not exceed.
    private static LatencyQuantiles Quantiles(Sample[] samples, Func<Sample, TimeSpan> length)
    {
        double[] sorted = [.. samples.Select(sample => Math.Round(Math.Max(0, length(sample).TotalMilliseconds), 1)).Order()];
        return new(sorted[(int)Math.Ceiling(sorted.Length * 0.5) - 1], sorted[(int)Math.Ceiling(sorted.Length * 0.95) - 1]);
    }

    private readonly record struct Sample(DateTimeOffset RecordedAt, DateTimeOffset ProjectedAt, DateTimeOffset SentAt);
}
