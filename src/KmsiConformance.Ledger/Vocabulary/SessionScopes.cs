namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>Who shares a session, as policies write it (<see cref="WorldSettings.Scope"/>).</summary>
public static class SessionScopes
{
    public const string Tenant = "Tenant";
    public const string Application = "Application";
    public const string Policy = "Policy";

    /// <summary>Nobody: every visit asks.</summary>
    public const string Suppressed = "Suppressed";
}
