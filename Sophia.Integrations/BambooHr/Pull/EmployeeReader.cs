using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;
using Sophia.Integrations.BambooHr.Client;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.BambooHr.Pull;

/// <summary>
/// Reads employees' records, each by its id: the list that gives many at once is closed to API keys, and the directory
/// holds no leavers. The same fields are asked for whoever asks, so that the same content has the same bytes.
/// </summary>
internal sealed class EmployeeReader(BambooHrApi api, IOptions<BambooHrOptions> options)
{
    private const string LastChanged = "lastChanged";

    private readonly string[] _fields =
    [
        .. new[]
        {
            "firstName", "lastName", "preferredName", "workEmail", "jobTitleName", "status", "hireDate", "terminationDate", "reportsToId", LastChanged,
            options.Value.DepartmentField, options.Value.RegionField,
        }.Distinct(StringComparer.Ordinal),
    ];

    /// <summary>One event for each record that BambooHR has, and for each that it said was deleted. One that is only missing may not be there yet.</summary>
    public async Task<IReadOnlyList<NewEvent>> ReadAsync(
        IEnumerable<PointedEmployee> pointed, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(pointed.Select(one => ReadAsync(one, urgency, cancellationToken)));
        return [.. read.OfType<NewEvent>()];
    }

    private static NewEvent Event(string id, long version, ReadOnlyMemory<byte> payload) => new()
    {
        Stream = new StreamName(BambooHrKinds.Connection, BambooHrKinds.Employee, id),
        SourceVersion = version,
        Payload = payload,
    };

    private static ReadOnlyMemory<byte> Deleted(string id)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBoolean("deleted", true);
            json.WriteString("id", id);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private async Task<NewEvent?> ReadAsync(PointedEmployee one, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        if (one.IsDeleted)
        {
            return Event(one.Id, one.At, Deleted(one.Id));
        }

        if (await api.FindEmployeeAsync(one.Id, _fields, urgency, cancellationToken) is not { } record)
        {
            return null;
        }

        // A key that may not see when the record changed still knows when it was pointed at, which is not later.
        var version = SourceValue.Time(SourceValue.Text(record, LastChanged))?.ToUnixTimeMilliseconds() ?? one.At;
        return Event(one.Id, version, CanonicalJson.Write(record));
    }
}
