using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>Accounts of the login endpoint.</content>
[JsonDerivedType(typeof(AccountChanged), "account-changed")]
[JsonDerivedType(typeof(SessionsListed), "sessions-listed")]
public abstract partial record Event;

/// <summary>Something happened to an account. A new password is not recorded.</summary>
/// <param name="User">The account.</param>
/// <param name="What">One of <c>AccountEvents</c>.</param>
public sealed record AccountChanged(string User, string What) : Event
{
    /// <summary>Path of the page on which the user did it, on another device; null where it came about past the pages.</summary>
    public string? Page { get; init; }
}

/// <summary>The page that lists a user's sessions was shown to them on another device.</summary>
/// <param name="User">The account.</param>
/// <param name="Number">How many it lists besides the one that looks.</param>
public sealed record SessionsListed(string User, int Number) : Event;
