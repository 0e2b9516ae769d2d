using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;

namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

public sealed class Logging
{
    [Fact]
    public void A_logger_with_only_Log_and_LogLine_gets_every_form()
    {
        var lines = new LineLogger();
        ILambdaLogger logger = lines;

        logger.LogInformation("plain");
        logger.LogWarning("with {Count}", 2);
        logger.LogError(new InvalidOperationException("broken"), "failed");
        logger.Log(LogLevel.Debug, "by level");

        Assert.Equal(["plain", "with {Count}\n\t2", "failed\nSystem.InvalidOperationException: broken", "by level"], lines.Lines);
    }

    [Fact]
    public void The_test_logger_keeps_level_message_arguments_and_exception()
    {
        var logger = new TestLambdaLogger();
        ILambdaLogger asLogger = logger;

        asLogger.LogError(new InvalidOperationException("broken"), "failed {Host}", "i-1");

        Assert.Equal("Error: failed {Host}\n\ti-1\nSystem.InvalidOperationException: broken\n", logger.Buffer.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_test_context_has_a_test_logger_and_nothing_else()
    {
        var context = new TestLambdaContext();

        Assert.IsType<TestLambdaLogger>(context.Logger);
        Assert.Null(context.AwsRequestId);
        Assert.Equal(TimeSpan.Zero, context.RemainingTime);
    }

    private sealed class LineLogger : ILambdaLogger
    {
        public List<string> Lines { get; } = [];

        public void Log(string message) => Lines.Add(message);

        public void LogLine(string message) => Lines.Add(message);
    }
}
