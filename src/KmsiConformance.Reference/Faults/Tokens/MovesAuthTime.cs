namespace KmsiConformance.Reference;

/// <summary>A silent sign-in, or a refresh, sets auth_time to now.</summary>
internal sealed class MovesAuthTime : Conduct, IFault
{
    public static string Does => "A silent sign-in, or a refresh, sets auth_time to now.";

    public static IReadOnlyList<string> Violates => ["N-13"];

    public override DateTimeOffset AuthTime(DateTimeOffset credentialsGiven, DateTimeOffset now) => now;
}
