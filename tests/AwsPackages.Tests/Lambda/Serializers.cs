using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

public sealed class Serializers
{
    public static TheoryData<ILambdaSerializer> Both => [new DefaultLambdaJsonSerializer(), new SourceGeneratorLambdaJsonSerializer<OrderContext>()];

    [Theory]
    [MemberData(nameof(Both), DisableDiscoveryEnumeration = true)]
    public void Reading_ignores_case_and_takes_seconds_milliseconds_and_base64(ILambdaSerializer serializer)
    {
        var seconds = Read(serializer, """{"product":"tea","COUNT":2,"at":1763633472,"seal":"AQI="}""");
        var milliseconds = Read(serializer, """{"At":1763633472000,"Seal":[1,2]}""");

        Assert.Equal(("tea", 2), (seconds.Product, seconds.Count));
        Assert.Equal(new DateTime(2025, 11, 20, 10, 11, 12, DateTimeKind.Utc), seconds.At);
        Assert.Equal(seconds.At, milliseconds.At);
        Assert.Equal([1, 2], seconds.Seal!);
        Assert.Equal([1, 2], milliseconds.Seal!);
    }

    [Theory]
    [MemberData(nameof(Both), DisableDiscoveryEnumeration = true)]
    public void Writing_keeps_names_and_leaves_out_null(ILambdaSerializer serializer)
    {
        using var stream = new MemoryStream();

        serializer.Serialize(new Order("tea & 'ü'", 2, Seal: [1, 2]), stream);

        Assert.Equal("""{"Product":"tea & 'ü'","Count":2,"Seal":[1,2]}""", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Both), DisableDiscoveryEnumeration = true)]
    public void What_is_not_of_the_type_is_a_JsonSerializerException(ILambdaSerializer serializer)
    {
        Assert.Throws<JsonSerializerException>(() => Read(serializer, """{"Count":"many"}"""));
        Assert.Throws<JsonSerializerException>(() => Read(serializer, "not json"));
    }

    [Fact]
    public void A_type_that_the_context_does_not_list_is_refused()
    {
        using var stream = new MemoryStream();

        Assert.Throws<JsonSerializerException>(() => new SourceGeneratorLambdaJsonSerializer<OrderContext>().Serialize(new Version(1, 2), stream));
    }

    private static Order Read(ILambdaSerializer serializer, string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return serializer.Deserialize<Order>(stream);
    }
}
