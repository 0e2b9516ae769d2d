namespace BlueGreenServerless.Load;

/// <summary>How a request travels.</summary>
public enum RequestKind
{
    KeepAlive,
    NewConnection,
    Slow,
}
