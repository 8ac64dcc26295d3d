namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something whose value is known only once ports and passwords are.</summary>
public interface IValueProvider
{
    /// <summary>The value, or null when there is none.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">Asked before the run has given out ports and passwords.</exception>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}
