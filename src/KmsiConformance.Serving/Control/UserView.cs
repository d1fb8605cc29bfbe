using KmsiConformance.Reference.Kernel.Accounts;

namespace KmsiConformance.Serving.Control;

/// <summary>An account with everything that its owner would know.</summary>
/// <param name="OneTimeCode">What the user's authenticator app shows at the service's time.</param>
internal sealed record UserView(
    string UserName, string Password, string ObjectId, string DisplayName, string GivenName, string Surname, string Email,
    string OneTimeCode)
{
    public static UserView Of(ReferenceUser user, DateTimeOffset now) => new(
        user.UserName, user.Password, user.ObjectId, user.DisplayName, user.GivenName, user.Surname, user.Email,
        user.Authenticator.At(now));

    /// <summary>Never shows the password or the code.</summary>
    public override string ToString() => UserName;
}
