using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>Where it was looked for what opens a session.</content>
[JsonDerivedType(typeof(SessionSought), "session-sought")]
public abstract partial record Event;

/// <summary>The harness looked somewhere else for the values that the session's cookies have had since somebody signed in.</summary>
/// <param name="In">One of <see cref="Vocabulary.SessionPlaces"/>.</param>
/// <param name="Cookies">Names of the cookies whose values were sought; none where no cookie holds a session.</param>
/// <param name="Searched">How many addresses or stored values were looked through.</param>
/// <param name="Found">Where one was found: addresses with their values masked, or names of cookies.</param>
public sealed record SessionSought(string In, IReadOnlyList<string> Cookies, int Searched, IReadOnlyList<string> Found) : Event;
