namespace Aspire.Hosting.ApplicationModel;

/// <summary>Makes the value of a parameter that configuration does not give.</summary>
public abstract class ParameterDefault
{
    /// <summary>A new value.</summary>
    public abstract string GetDefaultValue();
}
