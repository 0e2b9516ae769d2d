using BlueGreenServerless.Clouds.Aws.Http;
using BlueGreenServerless.Clouds.Aws.Signing;

namespace BlueGreenServerless.Clouds.Aws.Protocols;

/// <summary>One service of the double.</summary>
internal interface IAwsService
{
    /// <summary>The name in the scope of its signatures, which also tells whom a request is for.</summary>
    string SigningName { get; }

    /// <summary>Name of the operation that the request asks for; empty when there is none.</summary>
    string OperationOf(WireRequest request);

    /// <exception cref="AwsException">The service says no.</exception>
    Task<WireAnswer> AnswerAsync(Call call);

    /// <summary>How this service's protocol says no.</summary>
    WireAnswer Failure(WireRequest request, AwsException error, string requestId);

    /// <summary>The service's own error for a request that is not let in.</summary>
    AwsException ErrorOf(Refusal refusal);

    /// <summary>The service's own error for a caller without the permission.</summary>
    AwsException Denied(string operation);
}
