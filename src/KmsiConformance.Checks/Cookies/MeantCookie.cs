using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Checks.Cookies;

/// <summary>Which cookies of the browser's store a check is about.</summary>
/// <param name="Role">What they are for; null for whatever.</param>
/// <param name="Owner">Only those of this app's or identity provider's site; null for the login host's and any other.</param>
/// <param name="Name">A pattern of their names; null for any name.</param>
public sealed record MeantCookie(string? Role, string? Owner = null, string? Name = null)
{
    /// <summary>Whether a cookie is one of them.</summary>
    public bool Is(CookieChanged cookie) => (Role is null || CookieRoles.CountsAs(cookie.Role, Role))
        && (Owner is null || cookie.Site == Owner)
        && (Name is null || CookieRoles.IsNamed(cookie.Name, Name));

    /// <summary>In words, for messages.</summary>
    public override string ToString() =>
        $"the {(Role is null ? "" : $"{Role} ")}cookie{(Name is null ? "" : $" {Name}")}{(Owner is null ? "" : $" of {Owner}")}";
}
