using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Aws;

/// <summary>What is wrong with the options, all of it at once.</summary>
internal static class AwsOptionsCheck
{
    private const string Route = "the ARN of a listener or rule, 'arn:aws:elasticloadbalancing:REGION:ACCOUNT:listener/app/NAME/…'";

    /// <exception cref="InvalidRequestException">Something is; the message lists every fault.</exception>
    public static AwsOptions Checked(this AwsOptions options)
    {
        List<string> faults = [.. Groups(options), .. Routes(options)];
        return faults.Count == 0 ? options : throw new InvalidRequestException($"The options of 'aws' cannot be used: {string.Join(" ", faults)}");
    }

    private static IEnumerable<string> Groups(AwsOptions options) =>
    [
        .. new[] { (Key: "blue", Arn: options.Blue), (Key: "green", Arn: options.Green) }
            .Where(group => !AwsOptions.IsTargetGroup(group.Arn))
            .Select(group => $"'{group.Key}' is '{group.Arn}': it must be the ARN of a target group, 'arn:aws:elasticloadbalancing:REGION:ACCOUNT:targetgroup/NAME/ID'."),
        .. options.Blue == options.Green ? [$"'blue' and 'green' are both '{options.Blue}': they must differ."] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Routes(AwsOptions options) =>
    [
        .. options.Listeners.Count == 0 ? ["'listeners' is empty: give the ARN of at least one listener or rule."] : Array.Empty<string>(),
        .. options.Listeners.Where(arn => !AwsOptions.IsRoute(arn)).Select(arn => $"'listeners' has '{arn}', which is not {Route}."),
        .. options.Listeners.GroupBy(arn => arn, StringComparer.Ordinal).Where(twice => twice.Skip(1).Any()).Select(twice => $"'listeners' has '{twice.Key}' twice: once is enough."),
        .. options.Preview is { } preview && !AwsOptions.IsRoute(preview) ? [$"'preview' is '{preview}', which is not {Route}."] : Array.Empty<string>(),
        .. options.Preview is { } test && options.Listeners.Contains(test, StringComparer.Ordinal)
            ? [$"'preview' is '{test}', which is among 'listeners': users would see the test. Name another listener or rule."] : Array.Empty<string>(),
    ];
}
