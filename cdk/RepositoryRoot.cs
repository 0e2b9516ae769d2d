namespace BlueGreenServerless.Cdk;

/// <summary>The folder with the solution, above the working directory or the program.</summary>
public static class RepositoryRoot
{
    public static string Find() => Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory) ?? throw new InvalidOperationException(
        $"No 'BlueGreenServerless.sln' lies above '{Directory.GetCurrentDirectory()}'. The app is run inside its repository. Change into it.");

    private static string? Above(string? folder) =>
        folder is null || File.Exists(Path.Combine(folder, "BlueGreenServerless.sln")) ? folder : Above(Path.GetDirectoryName(folder));
}
