namespace BlueGreenServerless.Configuration.Syntax;

/// <summary>What a node is, in words.</summary>
internal static class Kinds
{
    public static string Of(YamlNode node) => node switch
    {
        ScalarNode { IsNull: true } => "nothing ('')",
        ScalarNode scalar => Quote.Text(scalar.Text),
        ListNode list => $"a list ('[…]', {list.Items.Count} items)",
        MapNode map => $"a map ({Quote.Text($"{{{string.Join(", ", map.Entries.Take(5).Select(entry => entry.Key.Text + ":"))}}}")})",
        _ => "not readable ('')",
    };
}
