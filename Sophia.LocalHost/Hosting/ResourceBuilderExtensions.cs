using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What any resource can be told: environment, references, waits, health checks, endpoints.</summary>
public static class ResourceBuilderExtensions
{
    /// <summary>Sets an environment variable.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value; null leaves it empty.</param>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.WithEnvironmentCallback((environment, _) =>
        {
            environment[name] = value ?? "";
            return Task.CompletedTask;
        });

    /// <summary>Sets an environment variable to a text with addresses in it.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The variable.</param>
    /// <param name="value">An interpolated string over endpoints, parameters and connection strings.</param>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, in ReferenceExpression.ExpressionInterpolatedStringHandler value)
        where T : IResourceWithEnvironment => builder.WithValue(name, value.GetExpression());

    /// <summary>Sets an environment variable to an endpoint's address.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The variable.</param>
    /// <param name="endpointReference">The endpoint.</param>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment => builder.WithValue(name, endpointReference);

    /// <summary>Sets an environment variable to a parameter's value.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The variable.</param>
    /// <param name="parameter">The parameter.</param>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => builder.WithValue(name, parameter.Resource);

    /// <summary>Gives the resource a server's or database's connection string and its parts.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="source">The server or database.</param>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source)
        where TDestination : IResourceWithEnvironment
    {
        var resource = source.Resource;
        builder.Resource.Annotations.Add(new RelationshipAnnotation(resource));
        return builder.WithEnvironmentCallback(async (environment, cancellationToken) =>
        {
            environment[$"ConnectionStrings__{resource.Name}"] = await resource.GetValueAsync(cancellationToken) ?? "";
            foreach (var (property, value) in resource.ConnectionProperties)
            {
                environment[$"{VariableName(resource.Name)}_{property}"] = value;
            }
        });
    }

    /// <summary>Gives the resource a project's addresses.</summary>
    /// <typeparam name="TDestination">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="source">The project.</param>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        var resource = source.Resource;
        builder.Resource.Annotations.Add(new RelationshipAnnotation(resource));
        return builder.WithEnvironmentCallback((environment, _) =>
        {
            foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>())
            {
                var url = new EndpointReference(resource, endpoint.Name).Url;
                environment[$"services__{resource.Name}__{endpoint.Name}__0"] = url;
                environment[$"{VariableName(resource.Name)}_{VariableName(endpoint.Name)}"] = url;
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>Starts the resource only once the dependency runs and is healthy.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="dependency">What it waits for; a database includes its server.</param>
    /// <exception cref="DistributedApplicationException">It would wait for itself, at once or in a circle.</exception>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport
    {
        if (WaitsFor(dependency.Resource, builder.Resource))
        {
            throw new DistributedApplicationException($"'{builder.Resource.Name}' cannot wait for '{dependency.Resource.Name}': it would wait for itself.");
        }

        builder.Resource.Annotations.Add(new WaitAnnotation(dependency.Resource));
        return builder;
    }

    /// <summary>Calls the resource healthy when a GET answers 200.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="path">The path; <c>/</c> when null.</param>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null)
        where T : IResourceWithEndpoints
    {
        builder.Resource.Annotations.Add(new HttpHealthCheckAnnotation(path ?? "/"));
        return builder;
    }

    /// <summary>Adds an HTTP endpoint.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="port">The port; any free one when null.</param>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null)
        where T : IResourceWithEndpoints
    {
        builder.Resource.Annotations.Add(new EndpointAnnotation("http", "http", port));
        return builder;
    }

    /// <summary>Marks the resource's addresses as those that people open; this host lists them when everything is up.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.Resource.Annotations.OfType<EndpointAnnotation>())
        {
            endpoint.IsExternal = true;
        }

        return builder;
    }

    /// <summary>The endpoint of that name; its address is known once the run has given out ports.</summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="builder">The resource.</param>
    /// <param name="name">The endpoint's name, for example <c>http</c>.</param>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => new(builder.Resource, name);

    private static bool WaitsFor(IResource resource, IResource target) =>
        ReferenceEquals(resource, target)
        || (resource is IResourceWithParent<IResource> child && WaitsFor(child.Parent, target))
        || resource.Annotations.OfType<WaitAnnotation>().Any(wait => WaitsFor(wait.Dependency, target));

    /// <summary>Upper case, with <c>_</c> for all but letters and digits.</summary>
    internal static string VariableName(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));

    private static IResourceBuilder<T> WithValue<T>(this IResourceBuilder<T> builder, string name, IValueProvider value)
        where T : IResourceWithEnvironment
    {
        foreach (var endpoint in value is ReferenceExpression text ? text.Endpoints : [.. new[] { value }.OfType<EndpointReference>()])
        {
            builder.Resource.Annotations.Add(new RelationshipAnnotation(endpoint.Resource));
        }

        return builder.WithEnvironmentCallback(async (environment, cancellationToken) =>
            environment[name] = await value.GetValueAsync(cancellationToken) ?? "");
    }

    private static IResourceBuilder<T> WithEnvironmentCallback<T>(
        this IResourceBuilder<T> builder, Func<IDictionary<string, string>, CancellationToken, Task> apply)
        where T : IResource
    {
        builder.Resource.Annotations.Add(new EnvironmentAnnotation(apply));
        return builder;
    }
}
