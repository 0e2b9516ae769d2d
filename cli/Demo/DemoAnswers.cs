namespace BlueGreenServerless.Cli.Demo;

/// <param name="Errors">Of <paramref name="Requests"/>, those answered with a server error.</param>
internal sealed record DemoAnswers(string Version, long Requests, long Errors);
