using System.Text.Json.Serialization;

namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

[JsonSerializable(typeof(Order))]
public sealed partial class OrderContext : JsonSerializerContext;
