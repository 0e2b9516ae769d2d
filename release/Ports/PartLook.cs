namespace BlueGreenServerless.Ports;

/// <summary>A look at a part of an environment.</summary>
/// <param name="Text">
/// For <see cref="PartStatus.Coming"/> what is waited for, in a few words. For <see cref="PartStatus.Different"/> and
/// <see cref="PartStatus.Foreign"/> a message in four parts. Else empty.
/// </param>
public sealed record PartLook(PartStatus Status, string Text = "")
{
    public static PartLook Missing { get; } = new(PartStatus.Missing);

    public static PartLook Ready { get; } = new(PartStatus.Ready);

    public static PartLook Coming(string text) => new(PartStatus.Coming, text);

    public static PartLook Different(string text) => new(PartStatus.Different, text);

    public static PartLook Foreign(string text) => new(PartStatus.Foreign, text);
}
