using System.Text;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>The attributes of a span that say whom it called.</summary>
internal ref struct PeerAttributes
{
    private ReadOnlySpan<byte> _service;
    private ReadOnlySpan<byte> _system;
    private ReadOnlySpan<byte> _namespace;
    private ReadOnlySpan<byte> _address;
    private ReadOnlySpan<byte> _port;

    /// <summary>Looks at one attribute.</summary>
    /// <param name="key">Its key in UTF-8.</param>
    /// <param name="keyValue">The attribute's message.</param>
    public void See(ReadOnlySpan<byte> key, ReadOnlySpan<byte> keyValue)
    {
        if (key.SequenceEqual("peer.service"u8))
        {
            _service = Text(keyValue);
        }
        else if (key.SequenceEqual("db.system.name"u8) || key.SequenceEqual("db.system"u8) || key.SequenceEqual("messaging.system"u8)
            || key.SequenceEqual("gen_ai.provider.name"u8))
        {
            _system = Text(keyValue);
        }
        else if (key.SequenceEqual("db.namespace"u8) || key.SequenceEqual("db.name"u8))
        {
            _namespace = Text(keyValue);
        }
        else if (key.SequenceEqual("server.address"u8) || key.SequenceEqual("net.peer.name"u8))
        {
            _address = Text(keyValue);
        }
        else if (key.SequenceEqual("server.port"u8) || key.SequenceEqual("net.peer.port"u8))
        {
            OtlpAttributes.Split(keyValue, out _, out _port);
        }
    }

    /// <summary>The number of the peer's name: a service, a system with its namespace, or address and port.</summary>
    /// <param name="names">The names.</param>
    /// <returns>The number; that of the empty name where nothing says whom it called.</returns>
    public readonly int Number(NameTable names)
    {
        if (!_service.IsEmpty)
        {
            return names.Number(_service);
        }

        if (!_system.IsEmpty)
        {
            return _namespace.IsEmpty ? names.Number(_system) : names.Number(Join(_system, " "u8, _namespace, stackalloc byte[256]));
        }

        if (_address.IsEmpty || _port.IsEmpty)
        {
            return names.Number(_address);
        }

        var port = OtlpAttributes.ReadValue(_port, out _);
        return names.Number(Join(_address, ":"u8, Encoding.UTF8.GetBytes(port), stackalloc byte[256]));
    }

    private static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> keyValue)
    {
        OtlpAttributes.Split(keyValue, out _, out var value);
        return OtlpAttributes.TextBytes(value);
    }

    private static ReadOnlySpan<byte> Join(ReadOnlySpan<byte> first, ReadOnlySpan<byte> between, ReadOnlySpan<byte> last, Span<byte> buffer)
    {
        var length = first.Length + between.Length + last.Length;
        if (length > buffer.Length)
        {
            return first;
        }

        first.CopyTo(buffer);
        between.CopyTo(buffer[first.Length..]);
        last.CopyTo(buffer[(first.Length + between.Length)..]);
        return buffer[..length].ToArray();
    }
}
