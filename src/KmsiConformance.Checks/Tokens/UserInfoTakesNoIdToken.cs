namespace KmsiConformance.Checks.Tokens;

/// <summary>
/// The userinfo endpoint takes access tokens alone: an id_token says who the user is to its app, and opens nothing (RFC 6749, 7; RFC 8725,
/// 3.12).
/// </summary>
/// <param name="app">The app that tried its id_token.</param>
public sealed class UserInfoTakesNoIdToken(string app) : Check
{
    // RFC 6750, 3.1.
    private static readonly int[] Refusals = [400, 401, 403];

    public override Judgement Judge(Evidence evidence)
    {
        var expected = $"refused: the id_token of {app} is no access token";
        return UserInfo.Answer(evidence, app, UserInfo.IdToken) switch
        {
            null => Judgement.CantTell(expected, $"cannot tell: {app} did not ask the userinfo endpoint"),
            { Status: >= 200 and < 300 } => Judgement.Of(false, expected, "the userinfo endpoint told it of the user"),
            { Status: var status } when Refusals.Contains(status) => Judgement.Of(true, expected, $"refused with {status}"),
            { Status: var status } => Judgement.CantTell(expected, $"cannot tell: the userinfo endpoint answered {status}"),
        };
    }
}
