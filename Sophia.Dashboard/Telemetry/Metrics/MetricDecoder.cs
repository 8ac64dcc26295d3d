using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Resources;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Reads a request's points and finds their series. Not thread-safe; the store's lock guards it.</summary>
internal sealed class MetricDecoder(ResourceTable resources, SeriesTable series)
{
    private readonly PointBuilder _point = new(series);

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request in protobuf.</param>
    /// <param name="receivedAt">When it was received, in nanoseconds since 1970.</param>
    /// <param name="points">Where the points go.</param>
    /// <exception cref="OtlpFormatException">The request is not well formed; nothing of it may be kept.</exception>
    public void Decode(ReadOnlySpan<byte> request, long receivedAt, DecodedPoints points)
    {
        var records = new ScopedRecords(request, resources, receivedAt);
        while (records.Next())
        {
            if (records.Resource is null)
            {
                points.Reject("More processes than the bound are sending.");
            }
            else
            {
                Metric(ref records, points);
            }
        }
    }

    private void Metric(ref ScopedRecords records, DecodedPoints points)
    {
        ReadOnlySpan<byte> name = default, description = default, unit = default, data = default;
        var form = 0;
        var reader = new ProtoReader(records.Record);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    name = reader.Utf8();
                    break;
                case 2:
                    description = reader.Utf8();
                    break;
                case 3:
                    unit = reader.Utf8();
                    break;
                case 5 or 7 or 9 or 10 or 11:
                    form = reader.Field;
                    data = reader.Bytes();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (name.IsEmpty || form == 0)
        {
            points.Reject("A metric has no name or no data.");
            return;
        }

        var (delta, monotonic) = Aggregation(data);
        var kind = form switch
        {
            5 or 11 => InstrumentKind.Gauge,
            7 => monotonic ? InstrumentKind.Counter : InstrumentKind.UpDownCounter,
            _ => InstrumentKind.Histogram,
        };
        var instrument = series.Instrument(
            records.Resource!, records.ResourceMessage, records.Scope, name, unit, description, kind, delta && form is not (5 or 11));
        var list = new ProtoReader(data);
        while (list.Next())
        {
            if (list.Field != 1)
            {
                list.Skip();
                continue;
            }

            var message = list.Bytes();
            switch (form)
            {
                case 5 or 7:
                    NumberPointDecoder.Decode(instrument, message, _point, points);
                    break;
                case 9:
                    HistogramPointDecoder.Decode(instrument, message, _point, points);
                    break;
                case 10:
                    ExponentialPointDecoder.Decode(instrument, message, _point, points);
                    break;
                default:
                    SummaryPointDecoder.Decode(instrument, message, _point, points);
                    break;
            }
        }
    }

    private static (bool Delta, bool Monotonic) Aggregation(ReadOnlySpan<byte> data)
    {
        var (delta, monotonic) = (false, false);
        var reader = new ProtoReader(data);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2 when reader.Wire == WireType.Varint:
                    delta = reader.UInt64() == 1;
                    break;
                case 3 when reader.Wire == WireType.Varint:
                    monotonic = reader.UInt64() != 0;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return (delta, monotonic);
    }
}
