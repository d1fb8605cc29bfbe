namespace KmsiConformance.Lint;

/// <summary>How much a finding matters; the higher, the more.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing needs to change.</summary>
    Info,

    /// <summary>The policy uploads, but sessions will not behave as somebody probably expects.</summary>
    Warning,

    /// <summary>The service refuses the policy, or the setting has no effect.</summary>
    Error,
}
