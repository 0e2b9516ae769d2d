using System.Security.Cryptography;
using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Aws.Clients;

/// <summary>
/// A call that puts traffic back asks again and again at short intervals. Elastic Load Balancing limits an account, not a process, and other
/// processes that only look use up what there is; the SDK would wait longer after each refusal, up to 20 seconds, while they take its place.
/// </summary>
internal static class Insistence
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <param name="call">One try, without tries of its own.</param>
    /// <exception cref="ProviderUnavailableException">Nothing else came for 15 seconds.</exception>
    public static async Task<T> RunAsync<T>(string what, TimeProvider time, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        var begin = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await AwsCall.RunAsync(what, call);
            }
            catch (ProviderUnavailableException) when (time.GetElapsedTime(begin) < Longest)
            {
                // not all equally long: several may be insisting
                await Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(100, 300)), time, cancellationToken);
            }
        }
    }
}
