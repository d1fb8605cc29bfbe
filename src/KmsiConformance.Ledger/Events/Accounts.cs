using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>Accounts of the login endpoint.</content>
[JsonDerivedType(typeof(AccountChanged), "account-changed")]
public abstract partial record Event;

/// <summary>Something happened to an account. A new password is not recorded.</summary>
/// <param name="User">The account.</param>
/// <param name="What">One of <c>AccountEvents</c>.</param>
public sealed record AccountChanged(string User, string What) : Event;
