using KmsiConformance.Targets.Files;

namespace KmsiConformance.Probing;

/// <summary>What is registered of an app at the target, in the words of its protocol.</summary>
/// <param name="name">The app, as the file calls it.</param>
/// <param name="app">What the file says of it.</param>
/// <param name="origin">Where it stands, with the port that this instance got.</param>
internal sealed class RegistrationWords(string name, DeclaredApp app, string origin)
{
    /// <summary>That the target knows it.</summary>
    public string Known => app.IsSaml
        ? $"{name} is registered with the entity id {app.ClientId} and its AssertionConsumerService"
        : $"{name} is registered with {app.ClientId} and its redirect address";

    /// <summary>What to do where the target does not.</summary>
    public string Mend => app.IsSaml
        ? $"Register {origin}{app.AssertionConsumer} as AssertionConsumerService (POST) of {app.ClientId}, or correct apps.{name} in the "
            + "file"
        : $"Register {origin}{app.Callback} for the client id {app.ClientId}, or correct apps.{name} in the file";

    /// <summary>That it can use what it gets.</summary>
    public string Accepted => $"{name} gets {(app.IsSaml ? "an assertion" : "tokens")} that it can accept";

    /// <summary>What to do where it cannot.</summary>
    public string AcceptedMend => app.IsSaml
        ? $"Where it is not signed, or not for {app.ClientId}, correct what is registered for {name}; otherwise it is the product's"
        : $"Where the token endpoint refuses the client, correct apps.{name}.client-secret; otherwise it is the product's";

    /// <summary>What to do where the browser does not come back after a sign-out.</summary>
    public string ReturnMend => app.IsSaml
        ? $"Register {origin}{app.SingleLogout} as SingleLogoutService (redirect) of {app.ClientId}, or correct apps.{name}.single-logout "
            + "in the file"
        : $"Register {origin}{app.SignedOut} as post-logout address of {app.ClientId}, or correct apps.{name}.post-logout in the file";

    /// <summary>Whether the target can send the browser back after a sign-out: a SAML app need not have an address for that.</summary>
    public bool IsReturnedTo => !app.IsSaml || app.SingleLogout is not null;
}
