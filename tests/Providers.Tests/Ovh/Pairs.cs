namespace BlueGreenServerless.Providers.Tests.Ovh;

/// <summary>Changes a dictionary by pairs.</summary>
internal static class Pairs
{
    /// <param name="pairs">Name, value, name, value.</param>
    public static Dictionary<string, string> With(this Dictionary<string, string> before, params string[] pairs)
    {
        foreach (var pair in pairs.Chunk(2))
        {
            before[pair[0]] = pair[1];
        }

        return before;
    }
}
