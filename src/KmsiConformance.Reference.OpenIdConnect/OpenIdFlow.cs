using KmsiConformance.Reference.Kernel.Authorize;

namespace KmsiConformance.Reference.OpenIdConnect;

/// <summary>A sign-in to the provider under way.</summary>
internal sealed record OpenIdFlow(string Id, string BrowserSecret, AuthorizeRequest Request, string CorrelationId, DateTimeOffset ExpiresAt)
    : PageFlow(Id, BrowserSecret, Request, CorrelationId, ExpiresAt)
{
    public const string SignInPage = "sign-in";
    public const string AccountPage = "select-account";
    public const string ConsentPage = "consent";

    /// <summary>Whether the box was ticked.</summary>
    public bool BoxTicked { get; set; }

    /// <summary>Whether the box was ticked in another tab, which is of no matter here unless a fault says otherwise.</summary>
    public bool IsTickedElsewhere { get; set; }

    /// <summary>Whether the user has chosen an account; true as well where no choice was asked for.</summary>
    public bool HasChosen { get; set; } = true;

    /// <inheritdoc/>
    public override string Cookie => $"op-flow-{Id[..8]}";

    /// <summary>Waits at a page from now on.</summary>
    public OpenIdFlow At(string page)
    {
        WaitAt(page);
        return this;
    }
}
