namespace BlueGreenServerless.Verdicts;

/// <summary>Is the idle colour proven healthy?</summary>
public enum HealthVerdict
{
    Waiting,
    Healthy,
    Failed,
}
