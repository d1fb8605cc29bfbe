namespace KmsiConformance.Worlds;

/// <summary>The browser was sent to a host that the target has not declared, and did not go there.</summary>
public sealed class UndeclaredHostException(string host, Exception inner) : Exception(
    $"the browser was sent to {host}, which is none of the target's hosts, and did not go there. Where its pages stand on it, name it "
    + "under 'sites' in the target file; where the browser only passes through, under 'hosts'", inner);
