using Sophia.Dashboard.Telemetry.Resources;

namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>Finds the service of a span without comparing texts for each.</summary>
internal sealed class ServiceNames(ResourceTable resources)
{
    private readonly Dictionary<int, string> _byResource = [];
    private int _last = -1;
    private string _lastName = "";

    /// <summary>The service of a process.</summary>
    /// <param name="resource">The process's number.</param>
    public string this[int resource]
    {
        get
        {
            // Neighbours mostly come from the same process.
            if (resource != _last)
            {
                if (!_byResource.TryGetValue(resource, out var name))
                {
                    name = resources.Find(resource)?.Service ?? "";
                    _byResource.Add(resource, name);
                }

                (_last, _lastName) = (resource, name);
            }

            return _lastName;
        }
    }
}
