namespace BlueGreenServerless.AwsStand.Lambda;

/// <summary>Which function the code that runs belongs to: here all of them share a process and a key, in AWS each has its own.</summary>
internal static class CallOrigin
{
    private static readonly AsyncLocal<string?> _function = new();

    /// <summary>Null outside of functions.</summary>
    public static string? Function => _function.Value;

    public static IDisposable Enter(string function)
    {
        _function.Value = function;
        return new Exit();
    }

    private sealed class Exit : IDisposable
    {
        public void Dispose() => _function.Value = null;
    }
}
