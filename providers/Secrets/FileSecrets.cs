using BlueGreenServerless.Failures;

namespace BlueGreenServerless.Providers.Secrets;

/// <summary><c>file:/path</c>: the text of a file, without the line end behind it.</summary>
public sealed class FileSecrets : ISecretSource
{
    private const int Longest = 65_536;

    public string Source => "file";

    public async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var text = new FileInfo(name).Length <= Longest ? (await File.ReadAllTextAsync(name, cancellationToken)).TrimEnd('\r', '\n') : "";
            return text.Length > 0 ? text
                : throw new InvalidRequestException($"The secret 'file:{name}' is empty or longer than {Longest} bytes. It must be the text of the file. Write it there.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new InvalidRequestException($"The secret 'file:{name}' cannot be read: {unreadable.Message} It must be a readable file. Make it, or correct its rights.", unreadable);
        }
    }
}
