using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Crm;

/// <summary>The ids of the open deals, so that one can be picked at random in constant time. Bounded by the deals.</summary>
internal sealed class OpenDeals
{
    private readonly List<long> _ids = [];
    private readonly Dictionary<long, int> _positions = [];

    public int Count => _ids.Count;

    public long Pick(SeededRandom random) => _ids[random.Next(_ids.Count)];

    public void Update(Deal deal)
    {
        if (deal.IsOpen && _positions.TryAdd(deal.Id, _ids.Count))
        {
            _ids.Add(deal.Id);
        }
        else if (!deal.IsOpen && _positions.Remove(deal.Id, out var position))
        {
            var last = _ids[^1];
            _ids[position] = last;
            _ids.RemoveAt(_ids.Count - 1);
            if (last != deal.Id)
            {
                _positions[last] = position;
            }
        }
    }
}
