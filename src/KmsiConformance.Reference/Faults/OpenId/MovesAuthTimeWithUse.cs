namespace KmsiConformance.Reference;

/// <summary>auth_time is the time of the token, not of the credentials.</summary>
internal sealed class MovesAuthTimeWithUse : Conduct, IFault
{
    public static string Does => "auth_time is the time of the token, not of the credentials.";

    public static IReadOnlyList<string> Violates => ["N-07"];

    public static IReadOnlyList<string> Profiles => [ReferenceProfiles.OpenIdConnect];

    public override DateTimeOffset AuthenticatedAt(DateTimeOffset credentialsAcceptedAt, DateTimeOffset now) => now;
}
