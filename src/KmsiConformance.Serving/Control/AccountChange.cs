using KmsiConformance.Reference.Kernel.Accounts;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Serving.Control;

/// <summary>What <c>POST /accounts</c> takes.</summary>
/// <param name="Event">passwordChanged, sessionsRevoked or disabled.</param>
/// <param name="Password">The new password, for passwordChanged alone.</param>
internal sealed record AccountChange(string? UserName = null, AccountEvent? Event = null, string? Password = null)
{
    public const string Example = """{"userName": "alice", "event": "sessionsRevoked"}""";

    private const int LongestPassword = 200;

    /// <summary>Does it.</summary>
    /// <exception cref="ControlException">It makes no sense, or there is no such user.</exception>
    public void Apply(ServedReference served)
    {
        if (UserName is null || Event is not { } happened) throw Wrong($"Say whose account and what happens. For example: {Example}");
        if (happened == AccountEvent.PasswordChanged == string.IsNullOrEmpty(Password) || Password?.Length > LongestPassword)
            throw Wrong($"A new password of at most {LongestPassword} characters belongs to passwordChanged, and to nothing else.");
        if (!served.Login.Operator.Happen(happened, UserName, Password))
            throw new ControlException(StatusCodes.Status404NotFound, "no-such-user", $"There is no user '{UserName}'.");
    }

    /// <summary>Never shows the password.</summary>
    public override string ToString() => $"{UserName}: {Event}";

    private static ControlException Wrong(string message) => new(StatusCodes.Status400BadRequest, "bad-request", message);
}
