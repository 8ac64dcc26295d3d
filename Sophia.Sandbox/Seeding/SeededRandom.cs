namespace Sophia.Sandbox.Seeding;

/// <summary>Repeatable draws (SplitMix64), the same on every platform and runtime. Not safe for concurrent use.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private readonly ulong _seed = seed;
    private ulong _state = seed;

    /// <summary>Scatters numbers over all of 64 bits; different ones stay different.</summary>
    public static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>An independent stream: what one deal draws must not depend on how often another drew.</summary>
    public SeededRandom Fork(long stream) => new(Mix(_seed ^ Mix((ulong)stream + Gamma)));

    /// <summary>Uniform in [0, 1).</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, <paramref name="exclusive"/>).</summary>
    public int Next(int exclusive) => (int)(NextDouble() * exclusive);

    /// <summary>Uniform in [<paramref name="least"/>, <paramref name="most"/>].</summary>
    public int Between(int least, int most) => least + Next(most - least + 1);

    public bool Chance(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>The index of a weight, drawn in proportion to it.</summary>
    public int PickWeighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var left = NextDouble() * total;
        for (var index = 0; index < weights.Length - 1; index++)
        {
            left -= weights[index];
            if (left < 0)
            {
                return index;
            }
        }

        return weights.Length - 1;
    }

    /// <summary>Normal with mean 0 and deviation 1 (Box and Muller).</summary>
    public double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>Log-normal: half of the draws lie below <paramref name="median"/>.</summary>
    public double LogNormal(double median, double spread) => median * Math.Exp(spread * Normal());

    private ulong NextBits() => Mix(_state += Gamma);
}
