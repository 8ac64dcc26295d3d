using Sophia.Dashboard.Telemetry.Resources;

namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>
/// Goes through the three levels that all requests share: resources, scopes in them, records in those. The records of a
/// process that is not known to the table have no entry.
/// </summary>
/// <param name="request">The request in protobuf.</param>
/// <param name="resources">The processes.</param>
/// <param name="receivedAt">When the request was received, in nanoseconds since 1970.</param>
internal ref struct ScopedRecords(ReadOnlySpan<byte> request, ResourceTable resources, long receivedAt)
{
    private ProtoReader _resources = new(request);
    private ProtoReader _scopes;
    private ProtoReader _records;
    private int _scopesStart;
    private int _recordsStart;

    /// <summary>The process; null where the table is full.</summary>
    public ResourceEntry? Resource { get; private set; }

    /// <summary>The process's message.</summary>
    public ReadOnlySpan<byte> ResourceMessage { get; private set; }

    /// <summary>The scope's name in UTF-8.</summary>
    public ReadOnlySpan<byte> Scope { get; private set; }

    /// <summary>The record's message.</summary>
    public ReadOnlySpan<byte> Record { get; private set; }

    /// <summary>Where the record begins in the request.</summary>
    public int Offset { get; private set; }

    /// <summary>Goes on to the next record.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="OtlpFormatException">The request is not well formed.</exception>
    public bool Next()
    {
        while (true)
        {
            while (_records.Next())
            {
                if (_records.Field == 2)
                {
                    Record = _records.Bytes();
                    Offset = _recordsStart + _records.BytesStart;
                    return true;
                }

                _records.Skip();
            }

            if (!NextScope() && !NextResource())
            {
                return false;
            }
        }
    }

    private bool NextScope()
    {
        while (_scopes.Next())
        {
            if (_scopes.Field != 2)
            {
                _scopes.Skip();
                continue;
            }

            var scope = _scopes.Bytes();
            _recordsStart = _scopesStart + _scopes.BytesStart;
            _records = new ProtoReader(scope);
            Scope = Name(scope);
            return true;
        }

        return false;
    }

    private bool NextResource()
    {
        while (_resources.Next())
        {
            if (_resources.Field != 1)
            {
                _resources.Skip();
                continue;
            }

            var resource = _resources.Bytes();
            _scopesStart = _resources.BytesStart;
            _scopes = new ProtoReader(resource);
            ResourceMessage = Message(resource);
            Resource = resources.Resolve(ResourceMessage, receivedAt);
            return true;
        }

        return false;
    }

    // Senders write the description first, but need not.
    private static ReadOnlySpan<byte> Message(ReadOnlySpan<byte> outer)
    {
        var reader = new ProtoReader(outer);
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                return reader.Bytes();
            }

            reader.Skip();
        }

        return default;
    }

    private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> scope)
    {
        var reader = new ProtoReader(Message(scope));
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                return reader.Utf8();
            }

            reader.Skip();
        }

        return default;
    }
}
