using System.Net;

namespace BlueGreenServerless.Load;

/// <summary>What a load consists of. The workers run side by side; each has at most one request under way.</summary>
public sealed record LoadPlan
{
    public required IPEndPoint Address { get; init; }

    /// <summary>The <c>Host</c> header.</summary>
    public string Host { get; init; } = "localhost";

    public string Path { get; init; } = "/";

    /// <summary>Workers that keep one connection and send request after request over it.</summary>
    public int KeepAliveWorkers { get; init; } = 8;

    /// <summary>Workers that open a connection for each request.</summary>
    public int NewConnectionWorkers { get; init; } = 4;

    /// <summary>Workers that ask for <see cref="SlowPath"/> over new connections, one after the other, unpaced.</summary>
    public int SlowWorkers { get; init; }

    public string SlowPath { get; init; } = "/slow?ms=5000";

    /// <summary>WebSockets that are opened once and must echo until the load stops.</summary>
    public int WebSockets { get; init; }

    public string WebSocketPath { get; init; } = "/ws";

    /// <summary>Of the keep-alive and new-connection workers together; 0: as fast as the answers come.</summary>
    public double RequestsPerSecond { get; init; }

    /// <summary>The load ends by itself after this many requests of the keep-alive and new-connection workers.</summary>
    public long MaxRequests { get; init; } = long.MaxValue;

    /// <summary>A request without a complete answer after this time is lost. Longer than <see cref="SlowPath"/> takes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);
}
