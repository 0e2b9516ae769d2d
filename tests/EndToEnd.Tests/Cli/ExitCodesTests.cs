using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class ExitCodesTests
{
    public static TheoryData<string> Failures() =>
    [
        .. typeof(ReleaseException).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ReleaseException))).Select(type => type.Name),
    ];

    [Theory]
    [MemberData(nameof(Failures))]
    public void Every_expected_failure_has_a_code_of_its_own_and_is_no_bug(string name) =>
        Assert.Contains(ExitCodes.OfName(name), new[] { ExitCodes.Input, ExitCodes.Refused });

    [Fact]
    public void What_nobody_expected_is_our_bug() => Assert.Equal(ExitCodes.Bug, ExitCodes.Of(new NullReferenceException()));
}
