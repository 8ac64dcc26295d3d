namespace Sophia.Benchmarks.Stack;

/// <summary>A bar on the terminal for what takes a while; silent where the output is not a terminal.</summary>
/// <param name="what">What is counted.</param>
/// <param name="total">How many there will be.</param>
internal sealed class Progress(string what, int total)
{
    private const int Width = 30;
    private readonly Lock _gate = new();
    private int _done;

    /// <summary>One more is done.</summary>
    public void Step()
    {
        lock (_gate)
        {
            _done++;
            if (Console.IsErrorRedirected)
            {
                return;
            }

            var full = Width * _done / total;
            Console.Error.Write($"\r{new string('█', full)}{new string('░', Width - full)} {_done} of {total} {what} ");
            if (_done == total)
            {
                // Off the line again: what stays is the table.
                Console.Error.Write("\r\e[2K");
            }
        }
    }
}
