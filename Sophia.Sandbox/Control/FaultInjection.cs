namespace Sophia.Sandbox.Control;

/// <summary>Answers that the next requests to a vendor's paths get instead of being served.</summary>
internal sealed class FaultInjection
{
    private readonly Lock _lock = new();
    private int _left;
    private int _status;

    public void Set(int count, int status)
    {
        lock (_lock)
        {
            (_left, _status) = (count, status);
        }
    }

    /// <summary>The status to answer with, or nothing when the request is to be served.</summary>
    public int? Take()
    {
        lock (_lock)
        {
            return _left > 0 && _left-- > 0 ? _status : null;
        }
    }
}
