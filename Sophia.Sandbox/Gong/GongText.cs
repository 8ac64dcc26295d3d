using System.Globalization;
using Sophia.Sandbox.Calls;

namespace Sophia.Sandbox.Gong;

/// <summary>Values as Gong spells them.</summary>
internal static class GongText
{
    /// <summary>The one workspace.</summary>
    public const string Workspace = "9055412038126710433";

    public static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    public static string User(long employeeId) => Text(WireId.OfUser(employeeId));

    /// <summary>A moment, for example <c>2026-11-22T11:36:13.123Z</c>.</summary>
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
