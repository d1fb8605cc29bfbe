namespace KmsiConformance.Model;

/// <summary>What visits come to where an identity provider vouches for people, and has sessions of its own.</summary>
internal static class Federation
{
    /// <summary>Whether the provider has a session in this browser; null when nobody can tell.</summary>
    public static bool? Knows(Belief before)
    {
        if (before.Jar.Provider is not { } at) return false;
        if (!at.Sure) return null;
        return !before.HasCome(at.Given + ProviderSession.Life, at.PerhapsUsed + ProviderSession.Life);
    }

    /// <summary>The endpoint has a session of a federated account, and asks the provider anew; null when nobody can tell.</summary>
    public static Foreseen? Asks(Belief before, LoginSession session) => Knows(before) switch
    {
        // Its page came although the endpoint's session lives.
        false => new Foreseen(
            before.With(session with { PerhapsUsed = before.Now }), Outcome.PromptAtProvider, Because.ProviderAsks, [AskedOnce]),
        _ => null,
    };

    /// <summary>Whether the provider answers for the account of a session; null when nobody can tell.</summary>
    public static bool? Answers(Belief before, Visit visit, LoginSession session) =>
        visit.Prompt is not null || Knows(before) is not { } knows || knows && before.Jar.Provider!.User != session.User ? null : knows;

    /// <summary>The same with the provider's session used now.</summary>
    public static CookieJar Used(Belief before) =>
        before.Jar with { Provider = before.Jar.Provider! with { PerhapsUsed = before.Now } };

    /// <summary>One request reached the provider.</summary>
    public static Look AskedOnce => new LookAtAsked(1, Because.ProviderIsAsked);

    /// <summary>No request reached the provider, for an account that it does not know of.</summary>
    public static IEnumerable<Look> NotAsked(Belief before) =>
        before.Jar.Provider is null ? [] : [new LookAtAsked(0, Because.NoProviderIsAsked)];
}
