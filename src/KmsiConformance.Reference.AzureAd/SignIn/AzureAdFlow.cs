using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.AzureAd.SignIn;

/// <summary>Which page a sign-in waits at.</summary>
internal enum AzureAdStage
{
    UserName,
    Password,
    Federation,
    Consent,
    Question,
}

/// <summary>A sign-in to Azure AD under way.</summary>
internal sealed record AzureAdFlow(
    string Id, string BrowserSecret, AuthorizeRequest Request, string CorrelationId, DateTimeOffset ExpiresAt)
    : PageFlow(Id, BrowserSecret, Request, CorrelationId, ExpiresAt)
{
    /// <summary>As typed; null until then.</summary>
    public string? UserName { get; set; }

    /// <summary>The answer to the question; null until it was given.</summary>
    public bool? SaidYes { get; set; }

    /// <inheritdoc/>
    public override string Cookie => $"esctx-{Id[..8]}";

    /// <summary>Waits at a page from now on.</summary>
    public AzureAdFlow At(AzureAdStage stage)
    {
        WaitAt(stage.ToString());
        return this;
    }
}

/// <summary>Sign-ins to Azure AD under way.</summary>
internal sealed class AzureAdFlows(TimeProvider clock)
{
    private readonly PageFlows<AzureAdFlow> _flows = new(clock);

    public AzureAdFlow Begin(Exchange exchange, AuthorizeRequest request) =>
        _flows.Begin(exchange, (id, secret, until) => new AzureAdFlow(id, secret, request, exchange.CorrelationId, until));

    /// <summary>The sign-in that a form belongs to, if it waits at that page.</summary>
    public AzureAdFlow? Find(Exchange exchange, Parameters form, AzureAdStage stage) => _flows.Find(exchange, form, stage.ToString());

    /// <summary>The sign-in that waits for a federated service's answer.</summary>
    public AzureAdFlow? Find(Exchange exchange, string? id, AzureAdStage stage) => _flows.Find(exchange, id, stage.ToString());

    /// <summary>The request that the end of a sign-in answers.</summary>
    public AuthorizeRequest Answered(Exchange exchange, AzureAdFlow ending) => _flows.Answered(exchange, ending);

    /// <summary>Ends a sign-in; whoever comes first gets true.</summary>
    public bool End(Exchange exchange, AzureAdFlow ended) => _flows.End(exchange, ended);
}
