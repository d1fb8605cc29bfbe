using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.Accounts;
using KmsiConformance.Suite.Steps.Devices;
using KmsiConformance.Suite.Steps.SignIn;

namespace KmsiConformance.Targets.Files;

/// <summary>Whether a scenario has a user signed in on two devices at once, which a target with one session for each user ends.</summary>
internal static class OneSession
{
    /// <summary>The reason, as <see cref="Fitness"/> says it; null where it does not.</summary>
    public static string? Reason(Scenario scenario)
    {
        var device = scenario.Devices.Count > 0 ? scenario.Devices[0].Name : "";
        var devices = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in scenario.Steps)
        {
            if (step is UseDeviceStep use) device = use.Device;
            var user = step switch
            {
                CredentialsStep signIn => signIn.User,
                ExpectSessionsStep listed => listed.User,
                _ => null,
            };
            if (user is null) continue;
            if (step is ExpectSessionsStep || (devices.TryGetValue(user, out var other) && other != device))
                return $"has {user} signed in on two devices at once, and a sign-in there ends all other sessions "
                    + "(concurrent-sessions: one)";
            devices[user] = device;
        }

        return null;
    }
}
