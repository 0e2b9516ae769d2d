namespace BlueGreenServerless.Plans;

/// <summary>A share, 0 to 1; written <c>1%</c> or <c>0.5%</c> in the user's file.</summary>
public readonly record struct Percentage(double Share)
{
    public override string ToString() => $"{Share * 100:0.###}%";
}
