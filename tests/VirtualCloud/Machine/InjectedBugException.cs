namespace BlueGreenServerless.VirtualCloud.Machine;

/// <summary>What a stage with a bug throws, told from every bug that nobody has put there.</summary>
internal sealed class InjectedBugException() : Exception("a bug that the test put there");
