using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Sophia.Tests.Infrastructure;

/// <summary>A page of the test that runs, and what it had to say.</summary>
internal sealed class OpenedPage
{
    // A page that complains in a loop must not fill the memory.
    private const int MostComplaints = 50;
    private const int MostText = 2000;

    private readonly IPage _page;
    private readonly Func<Task> _close;
    private readonly ConcurrentQueue<string> _complaints = [];

    public OpenedPage(IPage page, Func<Task> close)
    {
        (_page, _close) = (page, close);
        page.PageError += (_, error) => Complain(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complain(message.Text);
            }
        };
    }

    public Task CloseAsync() => _close();

    /// <summary>Its address, what stands on it and what its console says: without them a failure on another machine stays a riddle.</summary>
    public async Task<string> DescribeAsync()
    {
        var text = _page.IsClosed ? "(closed)" : await _page.EvaluateAsync<string>("document.documentElement.outerHTML.slice(0, 120) + '\\n' + document.body.innerText");
        return $"""
            {_page.Url}
            {text[..Math.Min(text.Length, MostText)]}
            {string.Join('\n', _complaints)}
            """;
    }

    private void Complain(string what)
    {
        if (_complaints.Count < MostComplaints)
        {
            _complaints.Enqueue(what);
        }
    }
}
