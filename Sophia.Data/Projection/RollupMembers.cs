namespace Sophia.Data.Projection;

/// <summary>What a contribution is split by, per dimension: mostly one member, empty where the source does not say it; none where the split does not apply.</summary>
internal readonly struct RollupMembers(string[][] members)
{
    /// <summary>The members under the dimension at <paramref name="index"/> of the rollups.</summary>
    public ReadOnlySpan<string> Of(int index) => members[index];
}
