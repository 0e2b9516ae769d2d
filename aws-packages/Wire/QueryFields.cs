using System.Collections;
using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Util;

namespace AwsPackages.Wire;

/// <summary>Flattens shapes into form fields: <c>Actions.member.1.ForwardConfig.TargetGroups.member.2.Weight=5</c>.</summary>
internal sealed class QueryFields(IDictionary<string, string> fields)
{
    public void AddMembers(string prefix, object shape)
    {
        foreach (var member in ShapeMembers.Of(shape.GetType()))
            Add(prefix + member.Name, member.GetValue(shape));
    }

    private void Add(string name, object value)
    {
        switch (value)
        {
            case null: break;
            case string text: fields.Add(name, text); break;
            case ConstantClass constant: fields.Add(name, constant.Value); break;
            case bool flag: fields.Add(name, flag ? "true" : "false"); break;
            case DateTime time: fields.Add(name, StringUtils.FromDateTimeToISO8601WithOptionalMs(time)); break;
            case IFormattable number: fields.Add(name, number.ToString(null, CultureInfo.InvariantCulture)); break;
            case IList list: AddList(name, list); break;
            case IDictionary map: AddMap(name, map); break;
            default: AddMembers(name + ".", value); break;
        }
    }

    /// <summary>By default an empty list is sent and empties the one of the service; with InitializeCollections it means "not given".</summary>
    private void AddList(string name, IList list)
    {
        if (list.Count == 0 && !AWSConfigs.InitializeCollections)
            fields.Add(name, "");
        for (var i = 0; i < list.Count; i++)
            Add($"{name}.member.{i + 1}", list[i]);
    }

    private void AddMap(string name, IDictionary map)
    {
        var number = 0;
        foreach (DictionaryEntry entry in map)
        {
            number++;
            Add($"{name}.entry.{number}.key", entry.Key);
            Add($"{name}.entry.{number}.value", entry.Value);
        }
    }
}
