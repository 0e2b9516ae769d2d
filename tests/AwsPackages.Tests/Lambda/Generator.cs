namespace BlueGreenServerless.AwsPackages.Tests.Lambda;

public sealed class Generator
{
    private const string Head = """
        using Amazon.Lambda.Annotations;
        [assembly: Amazon.Lambda.Core.LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))]

        """;

    [Fact]
    public void Without_a_startup_class_the_function_is_made_by_its_empty_constructor()
    {
        var compiled = Compiled.From(Head + "namespace Shop; public class Price { [LambdaFunction] public int Of(int pieces) => pieces * 3; }");

        var type = compiled.Load().GetType("Shop.Price_Of_Generated", throwOnError: true)!;

        Assert.Equal(["Price_Of_Generated.g.cs"], compiled.Files);
        Assert.Equal(12, type.GetMethod("Of")!.Invoke(Activator.CreateInstance(type), [4]));
    }

    [Fact]
    public void A_class_outside_of_namespaces_and_a_method_without_result_work()
    {
        var compiled = Compiled.From(Head + "public class Note { public static string Last; [LambdaFunction] public void Take(string text) => Last = text; }").Load();
        var type = compiled.GetType("Note_Take_Generated", throwOnError: true)!;

        type.GetMethod("Take")!.Invoke(Activator.CreateInstance(type), ["hello"]);

        Assert.Equal("hello", compiled.GetType("Note")!.GetField("Last")!.GetValue(null));
    }

    [Fact]
    public void A_serializer_may_stand_on_the_method()
    {
        var compiled = Compiled.From("""
            using Amazon.Lambda.Annotations;
            using Amazon.Lambda.Core;
            public class Price
            {
                [LambdaFunction, LambdaSerializer(typeof(Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer))]
                public int Of(int pieces) => pieces;
            }
            """);

        Assert.Empty(compiled.Complaints);
        Assert.NotNull(compiled.Load().GetType("Price_Of_Generated"));
    }

    [Fact]
    public void A_function_without_serializer_is_refused() =>
        Assert.Equal(["AWSLambda0108"], Compiled.From("public class Price { [Amazon.Lambda.Annotations.LambdaFunction] public int Of(int pieces) => pieces; }").Complaints);

    [Theory]
    [InlineData(127, new string[0])]
    [InlineData(128, new[] { "AWSLambda0118" })]
    public void A_handler_longer_than_Lambda_takes_is_refused(int length, string[] complaints)
    {
        var assembly = new string('a', length - "::Price_Of_Generated::Of".Length);

        Assert.Equal(complaints, Compiled.From(Head + "public class Price { [LambdaFunction] public int Of(int pieces) => pieces; }", assembly).Complaints);
    }

    [Fact]
    public void A_second_startup_class_is_refused() =>
        Assert.Equal(["AWSLambda0101"], Compiled.From(Head + "[LambdaStartup] public class A; [LambdaStartup] public class B;").Complaints);

    [Fact]
    public void An_assembly_without_functions_gets_no_file() => Assert.Empty(Compiled.From(Head + "public class Price;").Files);
}
