using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon;
using Amazon.Runtime;

namespace AwsPackages.Wire;

/// <summary>How shapes look in the awsJson protocols.</summary>
internal static class JsonContract
{
    private static readonly JsonSerializerOptions Pascal = Options(null);
    private static readonly JsonSerializerOptions Camel = Options(JsonNamingPolicy.CamelCase);

    public static JsonSerializerOptions Of(ServiceDescription service) => service.CamelCase ? Camel : Pascal;

    private static JsonSerializerOptions Options(JsonNamingPolicy naming) => new()
    {
        PropertyNamingPolicy = naming,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OnlyOwnMembers } },
        Converters = { new EpochSecondsConverter(), new ConstantConverterFactory() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Members of the SDK's base classes (ResponseMetadata, HttpStatusCode, ...) are not part of the message.</summary>
    private static void OnlyOwnMembers(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            var owner = (property.AttributeProvider as MemberInfo)?.DeclaringType;
            if (owner == typeof(AmazonWebServiceRequest) || owner == typeof(AmazonWebServiceResponse))
                type.Properties.RemoveAt(i);
            else if (typeof(ICollection).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = (_, value) => IsSet(value);
        }
    }

    /// <summary>With AWSConfigs.InitializeCollections an empty collection means "not given"; by default null does.</summary>
    private static bool IsSet(object value) => value is ICollection collection && (collection.Count > 0 || !AWSConfigs.InitializeCollections);
}
