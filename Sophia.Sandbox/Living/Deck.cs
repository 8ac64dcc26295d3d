using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Living;

/// <summary>Deals happenings from a shuffled deck, so that their mix holds over a short time already. Not safe for concurrent use.</summary>
internal sealed class Deck<T>(IEnumerable<T> cards, SeededRandom random)
{
    private readonly T[] _cards = [.. cards];
    private int _left;

    public T Deal()
    {
        if (_left == 0)
        {
            for (var index = _cards.Length - 1; index > 0; index--)
            {
                var other = random.Next(index + 1);
                (_cards[index], _cards[other]) = (_cards[other], _cards[index]);
            }

            _left = _cards.Length;
        }

        return _cards[^_left--];
    }
}
