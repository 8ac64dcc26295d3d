using System.Runtime.InteropServices;

namespace Sophia.Sandbox.Seeding;

/// <summary>A quarter of a calendar year; <paramref name="Number"/> is 1 to 4.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Quarter(int Year, int Number)
{
    public DateOnly FirstDay => new(Year, ((Number - 1) * 3) + 1, 1);

    public DateOnly LastDay => Add(1).FirstDay.AddDays(-1);

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public Quarter Add(int quarters)
    {
        var count = (Year * 4) + Number - 1 + quarters;
        return new Quarter(count / 4, (count % 4) + 1);
    }

    public override string ToString() => $"Q{Number} {Year}";
}
