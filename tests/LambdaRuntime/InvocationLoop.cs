using System.Globalization;
using System.Net.Http.Json;

namespace BlueGreenServerless.LambdaRuntime;

/// <summary>Asks the Runtime API for the next invocation and answers it, until the API is gone (Lambda developer guide, "Runtime API").</summary>
internal sealed class InvocationLoop(HttpClient client, FunctionHandler handler)
{
    public async Task RunAsync()
    {
        while (true)
        {
            using var next = await client.GetAsync("invocation/next");
            if (!next.IsSuccessStatusCode)
            {
                return;
            }

            var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
            var deadline = long.Parse(next.Headers.GetValues("Lambda-Runtime-Deadline-Ms").Single(), CultureInfo.InvariantCulture);
            await using var input = await next.Content.ReadAsStreamAsync();
            await AnswerAsync(id, input, new InvocationContext(id, DateTimeOffset.FromUnixTimeMilliseconds(deadline)));
        }
    }

    private async Task AnswerAsync(string id, Stream input, InvocationContext context)
    {
        try
        {
            var output = await handler.InvokeAsync(input, context);
            using var answer = await client.PostAsync($"invocation/{id}/response", output is null ? new StringContent("null") : new StreamContent(output));
        }
        catch (Exception failure)
        {
            // whatever a handler throws is told to Lambda by its class name
            var error = new Dictionary<string, string>(StringComparer.Ordinal) { ["errorType"] = failure.GetType().Name, ["errorMessage"] = failure.Message };
            using var answer = await client.PostAsJsonAsync($"invocation/{id}/error", error);
        }
    }
}
