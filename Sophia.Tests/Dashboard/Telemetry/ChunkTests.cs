using Sophia.Dashboard.Telemetry.Metrics;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class ChunkTests
{
    [Fact]
    public void Any_points_are_read_back_as_they_were_written_also_after_a_crash_in_between()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var buckets = round % 3 == 0 ? 4 : 0;
            var writer = new ChunkWriter(buckets);
            var restored = new ChunkWriter(buckets);
            var written = new List<(long Time, double Value, long Count, long[] Buckets, PointExemplar Exemplar)>();
            for (var i = 0; i < 50; i++)
            {
                var point = (
                    Time: random.NextInt64(-5, 2_000_000_000_000), Value: random.Next(4) switch { 0 => double.NaN, 1 => random.Next(), 2 => 7, _ => random.NextDouble() },
                    Count: random.NextInt64(1000), Buckets: Enumerable.Range(0, buckets).Select(_ => random.NextInt64(100)).ToArray(),
                    Exemplar: random.Next(5) == 0 ? new PointExemplar(random.NextInt64(1_000_000), random.NextDouble(), (UInt128)random.NextInt64(1, long.MaxValue), 9) : default);
                written.Add(point);
                var bytes = writer.Append(new ChunkPoint { Time = point.Time, Value = point.Value, Count = point.Count, Buckets = point.Buckets, Exemplar = point.Exemplar });
                if (i < 25)
                {
                    restored.Restore(bytes);
                }
            }

            restored.Resume();
            foreach (var (time, value, count, counts, exemplar) in written.Skip(25))
            {
                restored.Append(new ChunkPoint { Time = time, Value = value, Count = count, Buckets = counts, Exemplar = exemplar });
            }

            Assert.True(writer.Written.SequenceEqual(restored.Written));
            var reader = new ChunkReader(writer.Written, buckets);
            foreach (var (time, value, count, counts, exemplar) in written)
            {
                Assert.True(reader.Next());
                Assert.Equal((time, value, exemplar), (reader.Current.Time, reader.Current.Value, reader.Current.Exemplar));
                if (buckets > 0)
                {
                    Assert.Equal(count, reader.Current.Count);
                    Assert.Equal(counts, reader.Current.Buckets.ToArray());
                }
            }

            Assert.False(reader.Next());
        }
    }

    [Fact]
    public void A_usual_point_takes_two_or_three_bytes()
    {
        var writer = new ChunkWriter(0);
        for (var i = 0; i < 1000; i++)
        {
            writer.Append(new ChunkPoint { Time = 1_790_000_000_000 + (i * 1000), Value = i * 12 });
        }

        Assert.InRange(writer.Length, 2000, 3100);
    }
}
