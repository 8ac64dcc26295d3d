using System.Globalization;

namespace Sophia.LocalHost.Processes;

/// <summary>A line of <c>/etc/passwd</c>.</summary>
internal sealed record SystemUser(string Name, uint UserId, uint GroupId)
{
    /// <summary>The first of these users that the machine has; null when this process is not root and cannot become anyone.</summary>
    public static SystemUser? FirstOf(params ReadOnlySpan<string> names)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToList();
        foreach (var name in names)
        {
            if (users.Find(fields => string.Equals(fields[0], name, StringComparison.Ordinal)) is { } user)
            {
                return new SystemUser(name, uint.Parse(user[2], CultureInfo.InvariantCulture), uint.Parse(user[3], CultureInfo.InvariantCulture));
            }
        }

        throw new InvalidOperationException($"None of the users {string.Join(", ", names!)} exists on this machine.");
    }
}
