using BlueGreenServerless.Traffic;

namespace BlueGreenServerless.Providers.Ovh.Provisioning.Frontends;

/// <summary>Names and places of what belongs to one production front-end.</summary>
internal sealed record FrontendNames(Mark Mark, OvhFrontendPlan Plan)
{
    public string Farms => $"{Plan.Word}/farm";

    public string Frontends => $"{Plan.Word}/frontend";

    public string Routes => $"{Plan.Word}/route";

    public string Production => Mark.Of(Plan.Key);

    public string Preview => Mark.Of(Plan.Key, "preview");

    public string Canary => Mark.Of(Plan.Key, "canary");

    public string Route => Mark.Of(Plan.Key, "preview");

    public string Farm(Color color) => Mark.Of(Plan.Key, color.Lower());
}
