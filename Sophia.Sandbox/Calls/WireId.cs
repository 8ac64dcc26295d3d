using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Calls;

/// <summary>Ids over all of 64 bits, up to 20 digits long, as Gong gives them.</summary>
internal static class WireId
{
    private const ulong Calls = 1UL << 56;
    private const ulong Users = 2UL << 56;

    public static ulong OfCall(long number) => SeededRandom.Mix(Calls | (ulong)number);

    public static ulong OfUser(long employeeId) => SeededRandom.Mix(Users | (ulong)employeeId);
}
