using System.Collections.Concurrent;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Sessions;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>Every decision of a service, one object for each topic; a fault takes the place of one of them.</summary>
/// <param name="readings">The dated reading by which it decides.</param>
/// <param name="faulty">Topics that are decided otherwise than the documents say.</param>
internal sealed class LoginRules(Readings readings, params IEnumerable<RuleTopic> faulty)
{
    private readonly ConcurrentDictionary<Type, RuleTopic> _topics = new(faulty.Select(topic => KeyValuePair.Create(topic.Topic, topic)));

    /// <summary>The decisions about sessions.</summary>
    public SessionRules Sessions => Of<SessionRules>();

    /// <summary>The decisions about one topic.</summary>
    public T Of<T>()
        where T : RuleTopic, new() => (T)_topics.GetOrAdd(typeof(T), static (_, readings) => new T { Readings = readings }, readings);

    public SignInRules SignIn => Of<SignInRules>();

    public AccountRules Accounts => Of<AccountRules>();

    public AuthorizeRules Authorize => Of<AuthorizeRules>();

    public SessionCookieRules SessionCookie => Of<SessionCookieRules>();

    public TokenEndpointRules TokenEndpoint => Of<TokenEndpointRules>();

    public TokenRules Tokens => Of<TokenRules>();

    public SignOutRules SignOut => Of<SignOutRules>();

    public SignOutHintRules SignOutHint => Of<SignOutHintRules>();

    public PostLogoutRedirectRules PostLogoutRedirect => Of<PostLogoutRedirectRules>();

    public StorageRules Storage => Of<StorageRules>();

    public NotificationRules Notification => Of<NotificationRules>();
}
