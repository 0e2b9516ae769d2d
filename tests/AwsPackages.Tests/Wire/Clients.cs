using Amazon.Runtime;
using BlueGreenServerless.AwsPackages.Tests.Surface;
using BlueGreenServerless.Testing.Secrets;

namespace BlueGreenServerless.AwsPackages.Tests.Wire;

/// <summary>Clients of any of the services, pointed at the loopback service.</summary>
internal static class Clients
{
    public const string Region = "eu-west-1";

    public static readonly SessionAWSCredentials Credentials = new("AKIDEXAMPLE", MarkedSecret.OfAws(SecretNames.AwsKey), MarkedSecret.Of(SecretNames.AwsSession) + "+/==");

    public static AmazonServiceClient Of(string service, string url)
    {
        var config = (ClientConfig)Activator.CreateInstance(Bundled.Named(service, $"Amazon{service}Config"))!;
        config.ServiceURL = url;
        config.AuthenticationRegion = Region;
        return (AmazonServiceClient)Activator.CreateInstance(Bundled.Client(service), Credentials, config)!;
    }

    public static T To<T>(LoopbackService service) where T : AmazonServiceClient => (T)Of(typeof(T).Namespace!["Amazon.".Length..], service.Url);

    /// <summary>Calls an operation by its name.</summary>
    public static async Task<AmazonWebServiceResponse> CallAsync(this AmazonServiceClient client, string operation, object request)
    {
        var task = (Task)client.GetType().GetMethod(operation + "Async")!.Invoke(client, [request, CancellationToken.None])!;
        await task;
        return (AmazonWebServiceResponse)task.GetType().GetProperty("Result")!.GetValue(task)!;
    }
}
