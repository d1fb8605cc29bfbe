using KmsiConformance.Reference.Http;

namespace KmsiConformance.Reference.Entra;

/// <summary>Which page a sign-in waits at.</summary>
internal enum EntraStage
{
    UserName,
    Password,
    Federation,
    Consent,
    Question,
}

/// <summary>A sign-in to Azure AD under way.</summary>
internal sealed record EntraFlow(string Id, string BrowserSecret, AuthorizeRequest Request, string CorrelationId, DateTimeOffset ExpiresAt)
    : PageFlow(Id, BrowserSecret, Request, CorrelationId, ExpiresAt)
{
    /// <summary>As typed; null until then.</summary>
    public string? UserName { get; set; }

    /// <summary>The answer to the question; null until it was given.</summary>
    public bool? SaidYes { get; set; }

    /// <inheritdoc/>
    public override string Cookie => $"esctx-{Id[..8]}";

    /// <summary>Waits at a page from now on.</summary>
    public EntraFlow At(EntraStage stage)
    {
        WaitAt(stage.ToString());
        return this;
    }
}

/// <summary>Sign-ins to Azure AD under way.</summary>
internal sealed class EntraFlows(TimeProvider clock)
{
    private readonly PageFlows<EntraFlow> _flows = new(clock);

    public EntraFlow Begin(Exchange exchange, AuthorizeRequest request) =>
        _flows.Begin(exchange, (id, secret, until) => new EntraFlow(id, secret, request, exchange.CorrelationId, until));

    /// <summary>The sign-in that a form belongs to, if it waits at that page.</summary>
    public EntraFlow? Find(Exchange exchange, Parameters form, EntraStage stage) => _flows.Find(exchange, form, stage.ToString());

    /// <summary>The sign-in that waits for a federated service's answer.</summary>
    public EntraFlow? Find(Exchange exchange, string? id, EntraStage stage) => _flows.Find(exchange, id, stage.ToString());

    /// <summary>Ends a sign-in; whoever comes first gets true.</summary>
    public bool End(Exchange exchange, EntraFlow ended) => _flows.End(exchange, ended);
}
