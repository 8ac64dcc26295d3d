namespace Sophia.Sandbox.Calls;

/// <summary>By start, then by id.</summary>
internal sealed class CallOrder : IComparer<Call>
{
    public static CallOrder Instance { get; } = new();

    public int Compare(Call? x, Call? y)
    {
        var order = x!.StartedAt.CompareTo(y!.StartedAt);
        return order == 0 ? x.Id.CompareTo(y.Id) : order;
    }
}
