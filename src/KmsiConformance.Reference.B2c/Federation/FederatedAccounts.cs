using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>The directory's entries for people whom identity providers vouch for. None of them has a password here.</summary>
internal sealed class FederatedAccounts
{
    private readonly ConcurrentDictionary<string, ReferenceUser> _byId = new(StringComparer.Ordinal);

    /// <summary>The account of a provider's user; the same for the same issuer and subject, made at the first sign-in.</summary>
    public ReferenceUser Of(ProviderAnswer.Vouched vouched, FederationRules rules)
    {
        var found = rules.AccountOf(vouched.Issuer, vouched.Subject, vouched.Email);
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(found)).AsSpan(0, 16)).ToString("D");
        return _byId.AddOrUpdate(
            id, _ => Make(id, vouched), (_, known) => known with { DisplayName = Name(vouched), Email = vouched.Email ?? "" });
    }

    public ReferenceUser? WithId(string objectId) => _byId.GetValueOrDefault(objectId);

    public void Clear() => _byId.Clear();

    // Nobody signs in with it: these accounts are not found by name.
    private static ReferenceUser Make(string id, ProviderAnswer.Vouched vouched) =>
        new(vouched.Subject, Base64Url.Encode(RandomNumberGenerator.GetBytes(32)), id, Name(vouched), "", "", vouched.Email ?? "");

    private static string Name(ProviderAnswer.Vouched vouched) => vouched.DisplayName ?? vouched.Subject;
}
