namespace KmsiConformance.Policies;

/// <summary>How a written policy declares its token issuer, which decides whether sessions remember their apps.</summary>
public enum IssuerDeclaration
{
    /// <summary>With its protocol and its session management .</summary>
    RemembersApps,

    /// <summary>The protocol is <c>None</c>, as in starter packs before 2022 (C-17).</summary>
    NoProtocol,

    /// <summary>Without a reference to a session management profile.</summary>
    NoSessionProfile,
}
