using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Rules;

namespace KmsiConformance.Reference.Faults.Tokens;

internal class NamesUsersAtUserInfoByTheirName : TokenRules, IFault
{
    public static string Does => "The userinfo endpoint names the user by the user name, and not by the sub of the id_token.";

    public static IReadOnlyList<string> Violates => ["N-105"];

    public static bool ActsUnder(Readings readings) =>
        readings.Product is LoginProduct.OpenIdConnect;

    public override string SubjectAtUserInfo(string subject, string userName) => userName;
}
