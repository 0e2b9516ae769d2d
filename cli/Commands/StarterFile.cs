namespace BlueGreenServerless.Cli.Commands;

/// <summary>The file that init writes: valid as it is, every choice explained where it is made.</summary>
internal static class StarterFile
{
    private const string Template = "starter/bluegreen.yaml";

    public static string Text(string app)
    {
        using var stream = typeof(StarterFile).Assembly.GetManifestResourceStream(Template)
            ?? throw new InvalidOperationException($"The program lacks its embedded file '{Template}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("{{app}}", app, StringComparison.Ordinal);
    }
}
