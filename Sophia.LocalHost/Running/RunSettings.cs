using System.Globalization;
using System.Text.RegularExpressions;
using Aspire.Hosting;
using Microsoft.Extensions.Configuration;

namespace Sophia.LocalHost.Running;

/// <summary>What the command line can say about a run.</summary>
/// <param name="Instance">Names the run's own data and lock: <c>--LocalHost:Instance=NAME</c>.</param>
/// <param name="DynamicPorts">Whether public ports are any free ones: <c>--LocalHost:DynamicPorts=true</c>.</param>
internal sealed partial record RunSettings(string Instance, bool DynamicPorts)
{
    /// <exception cref="DistributedApplicationException">A value is not valid; the message names the key.</exception>
    public static RunSettings Read(IConfiguration configuration)
    {
        var instance = configuration["LocalHost:Instance"] ?? "main";
        if (!NamePattern().IsMatch(instance))
        {
            throw new DistributedApplicationException($"LocalHost:Instance is '{instance}': 1 to 32 lower-case letters, digits and hyphens, please.");
        }

        var dynamicPorts = configuration["LocalHost:DynamicPorts"] ?? "false";
        return bool.TryParse(dynamicPorts, out var parsed)
            ? new RunSettings(instance, parsed)
            : throw new DistributedApplicationException($"LocalHost:DynamicPorts is '{dynamicPorts}': true or false, please.");
    }

    /// <summary>What to type to run beside this one.</summary>
    public static string WayBeside => string.Create(
        CultureInfo.InvariantCulture, $"dotnet run --project Sophia.AppHost -- --LocalHost:Instance=second --LocalHost:DynamicPorts=true");

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
