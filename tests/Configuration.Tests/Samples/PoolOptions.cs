using System.ComponentModel;

namespace BlueGreenServerless.Configuration.Tests.Samples;

[Description("Nothing to choose.")]
public sealed record PoolOptions;
