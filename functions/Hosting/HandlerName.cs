namespace BlueGreenServerless.Functions.Hosting;

/// <summary>Handler strings: <c>Assembly::Namespace.{Class}_{Method}_Generated::{Method}</c>, as the generator of Amazon.Lambda.Annotations makes them.</summary>
public static class HandlerName
{
    public static string Of(Type handler, string method) =>
        $"{handler.Assembly.GetName().Name}::{handler.Namespace}.{handler.Name}_{method}_Generated::{method}";
}
