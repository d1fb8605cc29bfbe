using KmsiConformance.Ledger;

namespace KmsiConformance.Checks.Tokens;

/// <summary>A sign-in with credentials, and the session that an app began because of it.</summary>
/// <param name="User">Who, by the name that was typed.</param>
/// <param name="Site">Where it was typed: an account at an identity provider may have the same name and is another one.</param>
internal sealed record TypedSignIn(string User, string Site, AppSessionStarted Begun)
{
    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<TypedSignIn> In(IReadOnlyList<Event> all) =>
    [
        .. from posted in all.OfType<CredentialsPosted>()
           let begun = all.OfType<AppSessionStarted>()
               .FirstOrDefault(started => started.Step == posted.Step && started.Sequence > posted.Sequence)
           where begun is not null
           select new TypedSignIn(posted.User, posted.Site, begun),
    ];
}
