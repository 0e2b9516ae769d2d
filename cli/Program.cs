using BlueGreenServerless.Cli.Running;

return await CommandLine.RunAsync(args);
