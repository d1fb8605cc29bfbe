namespace KmsiConformance.Apps;

/// <summary>What becomes of a call to an app's LogoutUrl.</summary>
public enum LogoutUrlBehaviour
{
    /// <summary>The app has no such address.</summary>
    None,

    /// <summary>It ends the session and answers 200.</summary>
    Works,

    /// <summary>It answers 500 and does nothing.</summary>
    Error,

    /// <summary>It never answers.</summary>
    Hangs,

    /// <summary>It answers 200 and does nothing: an answer is no proof (P-13).</summary>
    Ignores,

    /// <summary>
    /// It would end the session, but the session cookie is SameSite=Lax: it does not reach a frame of another site, and
    /// its deletion there is ignored (N-74, P-13).
    /// </summary>
    Lax,

    /// <summary>It works, and forbids to be framed (P-14, N-57).</summary>
    RefusesFraming,

    /// <summary>Its address has a query of its own, without which it does nothing.</summary>
    WithQuery,
}

/// <summary>Behaviours by the words of scenarios.</summary>
internal static class LogoutUrlBehaviours
{
    /// <summary>The behaviour for a word, for example <c>refuses-framing</c>.</summary>
    /// <exception cref="ArgumentException">There is none; the schema was checked for that.</exception>
    public static LogoutUrlBehaviour Of(string word) =>
        Enum.TryParse<LogoutUrlBehaviour>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var behaviour)
            ? behaviour
            : throw new ArgumentException($"'{word}' is no behaviour of a LogoutUrl.", nameof(word));
}
