namespace BlueGreenServerless.Plans;

/// <summary>What a release without enough traffic to judge does at the deadline.</summary>
public enum NoDataPolicy
{
    Rollback,
    Proceed,
}
