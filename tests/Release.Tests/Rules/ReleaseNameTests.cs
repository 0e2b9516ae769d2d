using System.Text.RegularExpressions;
using BlueGreenServerless.Documents;
using BlueGreenServerless.Failures;
using BlueGreenServerless.Rules;

namespace BlueGreenServerless.Release.Tests.Rules;

public sealed partial class ReleaseNameTests
{
    private static readonly Artifact Shop = new(new Uri("file:///shop-2.tgz"), "2.1.0", new string('a', 64));

    [Fact]
    public void The_same_request_has_the_same_name()
    {
        Assert.Equal(ReleaseName.Of("shop", Shop, 1), ReleaseName.Of("shop", Shop with { SizeBytes = 7 }, 1));
        Assert.StartsWith("shop-2-1-0-", ReleaseName.Of("shop", Shop, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_differs_gives_another_name()
    {
        string[] names =
        [
            ReleaseName.Of("shop", Shop, 1), ReleaseName.Of("shop", Shop, 2), ReleaseName.Of("shop2", Shop, 1),
            ReleaseName.Of("shop", Shop with { Version = "2.1+0" }, 1), ReleaseName.Of("shop", Shop with { Sha256 = new string('b', 64) }, 1),
            ReleaseName.Of("shop", Shop with { Sha256 = null }, 1),
        ];

        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void Names_fit_into_80_characters_with_the_suffix_of_a_rollback()
    {
        var longest = ReleaseName.Of(new string('a', 32), Shop with { Version = new string('9', 64) }, int.MaxValue);

        Assert.InRange(ReleaseName.OfRollback(longest, 99).Length, 1, 80);
        Assert.Matches(Allowed(), longest);
        Assert.InRange(ReleaseName.OfCommand(longest, new string('t', 63), "contract").Length, 1, 128);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2026.11.20+build-7_x")]
    public void A_version_is_letters_digits_and_some_signs(string version) => VersionRule.Check(version);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("../x")]
    [InlineData("1..2")]
    [InlineData("$(reboot)")]
    [InlineData("-1")]
    [InlineData("1\n")]
    [InlineData("a b")]
    public void Other_versions_are_refused(string? version) => Assert.Throws<InvalidRequestException>(() => VersionRule.Check(version));

    [Fact]
    public void A_very_long_version_is_refused_with_a_short_message() =>
        Assert.InRange(Assert.Throws<InvalidRequestException>(() => VersionRule.Check(new string('a', 10_000))).Message.Length, 1, 400);

    [GeneratedRegex("^[0-9A-Za-z_-]{1,80}$", RegexOptions.NonBacktracking)]
    private static partial Regex Allowed();
}
