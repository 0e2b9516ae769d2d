using System.ComponentModel;

namespace BlueGreenServerless.Providers.HAProxy;

[Description("HAProxy's statistics page, behind a name and a password, read-only.")]
public sealed record HaproxyStats
{
    [Description("Address that the page is served on, for example '127.0.0.1:8404'.")]
    public required string Bind { get; init; }

    [Description("Name to log in with.")]
    public string User { get; init; } = "admin";

    [Description("Where the password is: 'env:NAME' (this process) or 'file:/path' (on HAProxy's machine). Never the password itself.")]
    public required string Password { get; init; }
}
