using KmsiConformance.Reference.Kernel.Accounts;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Serving.Control;

/// <summary>What <c>POST /users</c> takes. What is left out is made from the user name.</summary>
internal sealed record NewUser(
    string? UserName = null, string? Password = null, string? ObjectId = null, string? DisplayName = null,
    string? GivenName = null, string? Surname = null, string? Email = null)
{
    public const string Example = """{"userName": "frank", "password": "a password", "displayName": "Frank Moore"}""";

    private const int LongestName = 200;

    /// <summary>The account.</summary>
    /// <exception cref="ControlException">The name or the password is missing, or something is too long.</exception>
    public ReferenceUser Make()
    {
        if (string.IsNullOrWhiteSpace(UserName) || string.IsNullOrEmpty(Password))
            throw Wrong($"A user needs a userName and a password. For example: {Example}");
        if (new[] { UserName, Password, ObjectId, DisplayName, GivenName, Surname, Email }.Any(text => text?.Length > LongestName))
            throw Wrong($"Nothing about a user may be longer than {LongestName} characters.");
        if (ObjectId is not null && !Guid.TryParseExact(ObjectId, "D", out _)) throw Wrong("The objectId must be a GUID.");
        var name = UserName.Trim();
        return new ReferenceUser(
            name, Password, ObjectId ?? Guid.NewGuid().ToString("D"), DisplayName ?? name, GivenName ?? name, Surname ?? "",
            Email ?? (name.Contains('@', StringComparison.Ordinal) ? name : $"{name}@example.com"));
    }

    private static ControlException Wrong(string message) => new(StatusCodes.Status400BadRequest, "bad-request", message);
}
