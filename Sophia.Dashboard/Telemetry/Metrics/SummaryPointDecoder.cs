using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Reads points of summaries: their quantiles are values at a moment, told apart by the label that Prometheus gives them.</summary>
internal static class SummaryPointDecoder
{
    /// <summary>Reads a point.</summary>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="message">The point's message.</param>
    /// <param name="point">Where it is put together.</param>
    /// <param name="points">Where it goes.</param>
    public static void Decode(InstrumentEntry instrument, ReadOnlySpan<byte> message, PointBuilder point, DecodedPoints points)
    {
        point.Begin();
        var time = 0UL;
        var quantiles = new List<(double Quantile, double Value)>();
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 3:
                    time = reader.Fixed64();
                    break;
                case 6:
                    var inner = new ProtoReader(reader.Bytes());
                    var (quantile, value) = (0d, 0d);
                    while (inner.Next())
                    {
                        if (inner.Field == 1)
                        {
                            quantile = inner.Double();
                        }
                        else if (inner.Field == 2)
                        {
                            value = inner.Double();
                        }
                        else
                        {
                            inner.Skip();
                        }
                    }

                    quantiles.Add((quantile, value));
                    break;
                case 7:
                    point.Label(reader.Bytes());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var labels = point.LabelsLength;
        foreach (var (quantile, value) in quantiles)
        {
            point.Shorten(labels);
            var number = new ProtoWriter();
            number.Fixed64(4, BitConverter.DoubleToUInt64Bits(quantile));
            var label = new ProtoWriter();
            label.Text(1, "quantile");
            label.Bytes(2, number.Written);
            point.Label(label.Written);
            point.Complete(instrument, points, time, 0, value, count: 0, default);
        }
    }
}
