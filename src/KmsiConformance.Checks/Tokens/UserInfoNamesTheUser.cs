namespace KmsiConformance.Checks.Tokens;

/// <summary>The userinfo endpoint names the user by the sub of the app's id_token (OpenID Connect Core, 5.3.2).</summary>
/// <param name="app">The app that asked.</param>
public sealed class UserInfoNamesTheUser(string app) : Check
{
    private const int Ok = 200;

    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"{app} is told the sub of its id_token";
        if (UserInfo.Answer(evidence, app, UserInfo.AccessToken) is not { } answer)
            return Judgement.CantTell(expected, $"cannot tell: {app} did not ask the userinfo endpoint");
        if (answer.Status != Ok) return Judgement.CantTell(expected, $"cannot tell: the userinfo endpoint answered {answer.Status}");
        if (answer.IsSigned) return Judgement.CantTell(expected, "cannot tell: the answer is a signed token, which nobody has read");
        if (LastTokens.Of(evidence.All, app)?.Subject is not { } subject)
            return Judgement.CantTell(expected, $"cannot tell: {app} has no id_token");
        return answer.Subject is { } named
            ? Judgement.Of(named == subject, expected, named == subject ? "it is" : $"it is told another one: {named}")
            : Judgement.Of(false, expected, "it is told no sub");
    }
}
