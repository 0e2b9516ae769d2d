namespace BlueGreenServerless.Providers.Ovh.Clients;

/// <summary>A token of a service account; nothing prints it.</summary>
/// <param name="Until">It is not used from then on.</param>
internal sealed record BearerToken(string Text, DateTimeOffset Until)
{
    public override string ToString() => $"a token until {Until:O}";
}
