namespace BlueGreenServerless.Clouds.Aws;

/// <summary>Identifiers that look like those of AWS and are counted, so that two runs have the same.</summary>
internal static class RequestIds
{
    public static string Of(long number, char kind = '0') => $"{kind}0000000-0000-4000-8000-{number:x12}";
}
