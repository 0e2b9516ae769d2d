namespace BlueGreenServerless.Ports;

/// <summary>Where the idle colour answers.</summary>
/// <param name="Base">Scheme, host and port.</param>
/// <param name="Headers">Headers that select the colour, for example <c>Host</c>.</param>
public sealed record PreviewAddress(Uri Base, IReadOnlyDictionary<string, string> Headers);
