namespace BlueGreenServerless.Verdicts;

/// <summary>Did the idle colour answer the smoke tests as expected?</summary>
public enum SmokeVerdict
{
    Passed,
    Failed,
}
