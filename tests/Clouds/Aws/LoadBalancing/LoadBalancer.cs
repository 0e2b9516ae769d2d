namespace BlueGreenServerless.Clouds.Aws.LoadBalancing;

/// <summary>An application or network load balancer.</summary>
public sealed record LoadBalancer(string Arn, string Name, bool Network, DateTimeOffset Created)
{
    /// <summary>Where its listeners really are.</summary>
    public const string Address = "127.0.0.1";

    /// <summary>The part of its ARN that CloudWatch knows it by.</summary>
    public string Dimension => Arn.Split(":loadbalancer/")[1];
}
