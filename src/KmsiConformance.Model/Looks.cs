namespace KmsiConformance.Model;

/// <summary>What is looked at after an app got tokens.</summary>
internal static class Looks
{
    /// <summary>They name the user of the session, and when credentials were given for it.</summary>
    public static IEnumerable<Look> AtTokens(Belief belief, string app, LoginSession session)
    {
        // An account of the identity provider has a name of its own here, and its credentials were given elsewhere.
        if (session.IsFederated) yield break;
        yield return new LookAtUser(app, session.User, Because.TokenNamesUser);
        if (!belief.EverPasted) yield return new LookAtAuthTime(app, Because.AuthTimeStays);
    }
}
