namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that comes from configuration (<c>Parameters:NAME</c>) or is generated.</summary>
/// <param name="name">The parameter's name.</param>
/// <param name="generator">Makes the value when configuration has none.</param>
/// <param name="secret">Whether the value must not be shown.</param>
public sealed class ParameterResource(string name, ParameterDefault generator, bool secret) : Resource(name), IValueProvider
{
    private string? _value;

    /// <summary>Whether the value must not be shown.</summary>
    public bool Secret { get; } = secret;

    internal override string Type => "Parameter";

    internal ParameterDefault Default { get; } = generator;

    /// <summary>The value; set once per run, before anything starts.</summary>
    internal string Value
    {
        get => _value ?? throw new InvalidOperationException($"Parameter '{Name}' has no value before the run gives it one.");
        set => _value = value;
    }

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult<string?>(Value);
}
