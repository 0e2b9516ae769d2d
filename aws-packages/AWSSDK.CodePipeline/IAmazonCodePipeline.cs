using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.CodePipeline.Model;

namespace Amazon.CodePipeline;

/// <summary>AWS CodePipeline, API version 2015-07-09.</summary>
public interface IAmazonCodePipeline : IAmazonService, IDisposable
{
    Task<PutJobSuccessResultResponse> PutJobSuccessResultAsync(PutJobSuccessResultRequest request, CancellationToken cancellationToken = default);

    Task<PutJobFailureResultResponse> PutJobFailureResultAsync(PutJobFailureResultRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would be sent to.</summary>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCodePipelineConfig();

    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        new AmazonCodePipelineClient(awsCredentials, (AmazonCodePipelineConfig)clientConfig);
}
