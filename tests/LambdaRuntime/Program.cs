using BlueGreenServerless.LambdaRuntime;

var api = new Uri($"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/");
using var client = new HttpClient { BaseAddress = api, Timeout = Timeout.InfiniteTimeSpan };
await new InvocationLoop(client, FunctionHandler.Load(args[0])).RunAsync();
