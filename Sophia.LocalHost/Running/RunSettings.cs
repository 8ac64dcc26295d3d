using System.Globalization;
using System.Text.RegularExpressions;
using Aspire.Hosting;
using Microsoft.Extensions.Configuration;

namespace Sophia.LocalHost.Running;

/// <summary>What the command line can say about a run.</summary>
/// <param name="Instance">Names the run's own data and lock: <c>--LocalHost:Instance=NAME</c>.</param>
/// <param name="DynamicPorts">Whether public ports are any free ones: <c>--LocalHost:DynamicPorts=true</c>.</param>
/// <param name="MostReplicas">How many replicas of a project start at most, for small machines: <c>--LocalHost:Replicas=1</c>.</param>
/// <param name="Dashboard">Whether the dashboard runs along; not for runs that nobody looks at: <c>--LocalHost:Dashboard=false</c>.</param>
internal sealed partial record RunSettings(string Instance, bool DynamicPorts, int MostReplicas = ReplicaSet.Most, bool Dashboard = true)
{
    /// <exception cref="DistributedApplicationException">A value is not valid; the message names the key.</exception>
    public static RunSettings Read(IConfiguration configuration)
    {
        var instance = configuration["LocalHost:Instance"] ?? "main";
        if (!NamePattern().IsMatch(instance))
        {
            throw new DistributedApplicationException($"LocalHost:Instance is '{instance}': 1 to 32 lower-case letters, digits and hyphens, please.");
        }

        var replicas = configuration["LocalHost:Replicas"] ?? ReplicaSet.Most.ToString(CultureInfo.InvariantCulture);
        return int.TryParse(replicas, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed is >= 1 and <= ReplicaSet.Most
            ? new RunSettings(instance, ReadSwitch(configuration, "LocalHost:DynamicPorts", standard: false), parsed, ReadSwitch(configuration, "LocalHost:Dashboard", standard: true))
            : throw new DistributedApplicationException($"LocalHost:Replicas is '{replicas}': 1 to {ReplicaSet.Most}, please.");
    }

    /// <summary>What to type to run beside this one.</summary>
    public static string WayBeside => string.Create(
        CultureInfo.InvariantCulture, $"dotnet run --project Sophia.AppHost -- --LocalHost:Instance=second --LocalHost:DynamicPorts=true");

    private static bool ReadSwitch(IConfiguration configuration, string key, bool standard) => configuration[key] switch
    {
        null => standard,
        var text when bool.TryParse(text, out var parsed) => parsed,
        var text => throw new DistributedApplicationException($"{key} is '{text}': true or false, please."),
    };

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
