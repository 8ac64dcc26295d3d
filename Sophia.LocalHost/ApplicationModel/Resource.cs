using System.Text.RegularExpressions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What every resource has: a valid name and annotations.</summary>
public abstract partial class Resource : IResource
{
    /// <summary>Creates a resource.</summary>
    /// <param name="name">1 to 64 ASCII letters, digits and single hyphens, starting with a letter and not ending with a hyphen.</param>
    /// <exception cref="ArgumentException">The name breaks that rule.</exception>
    protected Resource(string name)
    {
        if (name.Length > 64 || !NamePattern().IsMatch(name))
        {
            throw new ArgumentException(
                $"'{name}' is no resource name: 1 to 64 ASCII letters, digits and single hyphens, starting with a letter, not ending with a hyphen.", nameof(name));
        }

        Name = name;
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public ICollection<IResourceAnnotation> Annotations { get; } = [];

    /// <summary>What the console calls this kind of resource, for example <c>Project</c>.</summary>
    internal abstract string Type { get; }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
