using Sophia.Web.Api;
using Sophia.Web.Pages;

namespace Sophia.Tests.Web.Pages;

public sealed class LoadingPageTests
{
    private static readonly ApiAnswer<string> s_answer = new ApiAnswer<string>.Success("an answer");
    private static readonly ApiAnswer<string> s_failure = new ApiAnswer<string>.Failure("The API cannot be reached.");

    [Fact]
    public async Task A_page_that_asks_once_a_minute_asks_again_within_seconds_of_a_failure()
    {
        await using var page = await OpenPage<SlowPage>.ShowAsync(page => page.Answers.Enqueue(s_failure));

        Assert.Equal(("The API cannot be reached.", TimeSpan.FromSeconds(5)), (page.Shown.Says, page.Clock.Period));

        page.Shown.Answers.Enqueue(s_answer);
        await page.ElapseAsync();

        Assert.Equal(("an answer", TimeSpan.FromMinutes(1)), (page.Shown.Says, page.Clock.Period));
    }

    [Fact]
    public async Task What_was_there_stays_while_it_cannot_be_renewed()
    {
        await using var page = await OpenPage<SlowPage>.ShowAsync(page => page.Answers.Enqueue(s_answer));
        page.Shown.Answers.Enqueue(s_failure);
        await page.ElapseAsync();

        Assert.Equal(("an answer, but: The API cannot be reached.", TimeSpan.FromSeconds(5)), (page.Shown.Says, page.Clock.Period));
    }

    private sealed class SlowPage : LoadingPage<string>
    {
        public Queue<ApiAnswer<string>> Answers { get; } = new();

        public string Says => string.Join(", but: ", new[] { Data, Failure }.Where(static part => part is not null));

        protected override string Address => "/api/v1/answer";

        protected override TimeSpan Interval => TimeSpan.FromMinutes(1);

        private protected override Task<ApiAnswer<string>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Answers.Dequeue());
    }
}
