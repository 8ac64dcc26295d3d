using System.Text;
using Sophia.LocalHost.Proxy;

namespace Sophia.Tests.LocalHost;

public sealed class HttpFramingTests
{
    public static TheoryData<string> Answers { get; } =
    [
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n1a;name=value\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nDigest: y\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
        "HTTP/1.1 304 Not Modified\r\nContent-Length: 500\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answers_end_is_found_however_its_bytes_are_cut(string answer)
    {
        var bytes = Encoding.ASCII.GetBytes(answer);
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var framing = new HttpFraming(isAnswer: true);

            Assert.Equal(cut, framing.Read(bytes.AsSpan(0, cut)));
            Assert.False(framing.HasEnded || framing.IsUnknown, $"It should not have ended after {cut} bytes.");
            Assert.Equal(bytes.Length - cut, framing.Read([.. bytes.AsSpan(cut), .. "next"u8]));
            Assert.True(framing.HasEnded, $"It should have ended when cut at {cut}.");
        }
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "GET")]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc", "POST")]
    public void A_requests_end_and_method_are_found(string request, string method)
    {
        var framing = new HttpFraming(isAnswer: false);

        Assert.Equal(request.Length, framing.Read(Encoding.ASCII.GetBytes(request)));

        Assert.Equal((true, method), (framing.HasEnded, framing.Method));
    }

    [Theory]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nuntil the end")]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001 something encrypted")]
    public void Where_no_end_can_be_told_nothing_is_claimed(string answer)
    {
        var framing = new HttpFraming(isAnswer: true);

        framing.Read(Encoding.ASCII.GetBytes(answer));

        Assert.True(framing.IsUnknown);
    }

    [Fact]
    public void The_answer_to_HEAD_has_no_body()
    {
        var framing = new HttpFraming(isAnswer: true) { IsWithoutBody = true };

        framing.Read("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n"u8);

        Assert.True(framing.HasEnded);
    }
}
