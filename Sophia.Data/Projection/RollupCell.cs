namespace Sophia.Data.Projection;

/// <summary>By how much a row of a family's rollups moves.</summary>
internal sealed class RollupCell(int components)
{
    /// <summary>By how many contributions.</summary>
    public long Entries { get; set; }

    /// <summary>By how much, per component of the family.</summary>
    public decimal[] Values { get; } = new decimal[components];

    /// <summary>Whether the row stays as it is.</summary>
    public bool IsNothing => Entries == 0 && Array.TrueForAll(Values, static value => value == 0);
}
