namespace BlueGreenServerless.Cdk.Rights;

/// <summary>Keeping the notes of one provider, in a folder of the state's bucket of their own.</summary>
internal static class NoteRights
{
    public static IEnumerable<Right> Of(string folder) =>
    [
        new Right(null, ["s3:GetObject", "s3:PutObject"], [$"{{state}}/notes/{folder}/*"], $"What {folder} has to remember when a function ends.", null),
        new Right(null, ["s3:ListBucket"], ["{state}"], "Without it S3 says of a note that is missing that access is denied.", null),
    ];
}
