using KmsiConformance.Reference.B2c.Federation;

namespace KmsiConformance.Reference.Faults.Federation;

internal class KnowsPeopleByTheirAddress : FederationRules, IFault
{
    public static string Does =>
        "Who has the same e-mail address at another identity provider gets into the same account.";

    public static IReadOnlyList<string> Violates => ["N-118"];

    public override string AccountOf(string issuer, string subject, string? email) => email ?? base.AccountOf(issuer, subject, email);
}
