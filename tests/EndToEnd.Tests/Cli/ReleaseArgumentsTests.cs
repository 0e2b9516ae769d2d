using BlueGreenServerless.Cli.Running;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.EndToEnd.Tests.Cli;

public sealed class ReleaseArgumentsTests
{
    [Theory]
    [InlineData("perl-shop", "perl-shop-2.tar.gz", "2")]
    [InlineData("perl-shop", "perl-shop-v2.tar.gz", "v2")]
    [InlineData("shop", "perl-shop-2.tar.gz", "2")]
    [InlineData("shop", "shop-2.1.0-rc.1.tgz", "2.1.0-rc.1")]
    [InlineData("shop", "shop-main.zip", "main")]
    [InlineData("shop", "other-v3.4.tar", "v3.4")]
    public void VersionOf_a_usual_name_is_what_follows_the_app(string app, string file, string version) =>
        Assert.Equal(version, ReleaseArguments.VersionOf(app, file));

    [Theory]
    [InlineData("shop.tar.gz")]
    [InlineData("shop-.tar.gz")]
    [InlineData("other-main.tar.gz")]
    [InlineData("")]
    public void VersionOf_a_name_without_one_is_refused(string file) =>
        Assert.Throws<InvalidRequestException>(() => ReleaseArguments.VersionOf("shop", file));
}
