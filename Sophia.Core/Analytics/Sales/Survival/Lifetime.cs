using System.Runtime.InteropServices;

namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>How long something lasted, or has lasted so far.</summary>
/// <param name="Days">Zero or more.</param>
/// <param name="Ended">Whether the end was seen; otherwise it lasted longer than <paramref name="Days"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Lifetime(double Days, bool Ended);
