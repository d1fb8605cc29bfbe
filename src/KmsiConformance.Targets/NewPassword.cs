using System.Security.Cryptography;
using KmsiConformance.Ledger;

namespace KmsiConformance.Targets;

/// <summary>Passwords that accounts are given while they are tested.</summary>
public static class NewPassword
{
    private const int Bytes = 12;

    // Letters of both sizes, digits and a sign, as most products want them.
    private const string Start = "Aa1-";

    /// <summary>One that nobody can guess; it is masked wherever it appears from now on.</summary>
    public static string Make()
    {
        var password = Start + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        Secrets.Declare([password]);
        return password;
    }
}
