namespace BlueGreenServerless.Documents;

/// <summary>What Approve receives: the document and the token that a person's answer is sent with.</summary>
public sealed record ApprovalRequest(string Token, Release Document);
