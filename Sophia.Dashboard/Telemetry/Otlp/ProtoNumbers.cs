namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>Reads packed varints in place.</summary>
internal ref struct ProtoNumbers(ReadOnlySpan<byte> packed)
{
    private readonly ReadOnlySpan<byte> _packed = packed;
    private int _position;

    /// <summary>The number that was read last.</summary>
    public ulong Current { get; private set; }

    /// <summary>Goes on to the next number.</summary>
    /// <returns>False at the end.</returns>
    public bool Next()
    {
        if (_position == _packed.Length)
        {
            return false;
        }

        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_position == _packed.Length)
            {
                break;
            }

            var part = _packed[_position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                Current = value;
                return true;
            }
        }

        throw new OtlpFormatException("A list of numbers is cut.");
    }
}
