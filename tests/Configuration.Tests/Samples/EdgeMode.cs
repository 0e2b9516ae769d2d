namespace BlueGreenServerless.Configuration.Tests.Samples;

public enum EdgeMode
{
    ByWeight,
    ByHeader,
}
