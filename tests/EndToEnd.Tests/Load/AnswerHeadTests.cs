using System.Text;
using BlueGreenServerless.Load;

namespace BlueGreenServerless.EndToEnd.Tests.Load;

public sealed class AnswerHeadTests
{
    [Fact]
    public void TryParse_OfAWholeHead_ReadsWhatIsCounted()
    {
        Assert.True(Parse("HTTP/1.1 200 OK\r\ncontent-LENGTH: 12\r\nX-Version: 7\r\nConnection: Close\r\n\r\nbody", out var head));
        Assert.Equal(new AnswerHead(200, 12, true, "7", 72), head);
    }

    [Fact]
    public void TryParse_OfEveryBeginning_AsksForMore()
    {
        const string whole = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
        Assert.All(Enumerable.Range(0, whole.Length), length => Assert.False(Parse(whole[..length], out _)));
        Assert.True(Parse(whole, out var head));
        Assert.Equal(503, head.Status);
    }

    [Theory]
    [InlineData("hello\r\n\r\n")]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nno colon\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")]
    public void TryParse_OfWhatCannotBeMeasured_SaysSo(string text) => Assert.Throws<InvalidDataException>(() => Parse(text, out _));

    private static bool Parse(string text, out AnswerHead head) => AnswerHead.TryParse(Encoding.ASCII.GetBytes(text), out head);
}
