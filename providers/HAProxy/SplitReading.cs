namespace BlueGreenServerless.Providers.HAProxy;

/// <summary>The percentage of green in the file and in the running process.</summary>
/// <param name="File">Null when there is no file or no usable line in it.</param>
/// <param name="Runtime">Null when the running map has no such key; every request is blue then.</param>
internal sealed record SplitReading(int? File, int? Runtime)
{
    public bool Is(int percent) => File == percent && Runtime == percent;
}
