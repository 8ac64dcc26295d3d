namespace Sophia.Core.Analytics.Conversations.Text;

/// <summary>A vector of which few entries are not zero.</summary>
/// <param name="Indices">Where they are; each once.</param>
/// <param name="Values">What they are, in the same order.</param>
internal sealed record SparseVector(int[] Indices, double[] Values)
{
    /// <summary>The product with a dense vector.</summary>
    public double Dot(ReadOnlySpan<double> dense)
    {
        var sum = 0.0;
        for (var entry = 0; entry < Indices.Length; entry++)
        {
            sum += dense[Indices[entry]] * Values[entry];
        }

        return sum;
    }

    /// <summary>Adds this vector, times a factor, to a dense one.</summary>
    public void AddTo(Span<double> dense, double factor)
    {
        for (var entry = 0; entry < Indices.Length; entry++)
        {
            dense[Indices[entry]] += factor * Values[entry];
        }
    }
}
