using BlueGreenServerless.Documents;
using BlueGreenServerless.Functions.Deploy;
using BlueGreenServerless.Plans;
using BlueGreenServerless.Testing.Archives;
using BlueGreenServerless.Testing.Hosts;

namespace BlueGreenServerless.Functions.Tests.Deploy;

/// <summary>Releases onto a <see cref="ScriptHost"/>, with defaults for what a test does not say.</summary>
internal static class Install
{
    public static byte[] App { get; } = new TarFile().File("app.txt", "v1").Gzipped();

    public static HooksPlan Traced { get; } = new()
    {
        Install = [Trace("install")],
        Stop = [Trace("stop")],
        Start = [Trace("start")],
        Verify = [Trace("verify")],
    };

    /// <summary>A hook that notes its name, the release that it works in and the one that was before.</summary>
    public static string Trace(string hook) => $"echo \"{hook} $(basename \"$PWD\") previous=$BLUEGREEN_PREVIOUS\" >> \"$TRACE\"";

    public static ReleaseHeader Header(string id, string sha256, string version = "1.0", string app = "shop") =>
        new(id, app, new Artifact(new Uri("file:///artifact"), version, sha256), "test", DateTimeOffset.UnixEpoch);

    public static InstallPlan Plan(ScriptHost host, HooksPlan? hooks = null) =>
        new() { Directory = host.Install, Keep = 2, MaxUnpackedMiB = 1, Hooks = hooks ?? new HooksPlan() };

    public static string Script(ScriptHost host, string id, byte[]? artifact = null, HooksPlan? hooks = null, string version = "1.0") =>
        InstallScript.Render(Header(id, host.Deliver(artifact ?? App), version), Plan(host, hooks));

    public static Task<ScriptRun> RunAsync(ScriptHost host, string id, byte[]? artifact = null, HooksPlan? hooks = null, string version = "1.0") =>
        host.RunAsync(Script(host, id, artifact, hooks, version));
}
