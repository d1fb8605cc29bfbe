using System.Collections.Immutable;
using System.Text.Json;
using KmsiConformance.Reference.B2c.CustomPolicies;
using KmsiConformance.Reference.B2c.Http;
using KmsiConformance.Reference.Kernel.Authorize;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.B2c.Services;

/// <summary>Asks the services of a policy, in their order, and hands what they say from one to the next.</summary>
internal static class ServiceDesk
{
    private const string NoAnswer = "A service that this sign-in depends on does not answer. Try again later.";

    /// <summary>Asks those that the sign-in page asks before it lets anybody in.</summary>
    /// <returns>What the page gives to the journey; or why it does not let the user in.</returns>
    public static async Task<(ImmutableDictionary<string, object> Said, Trouble? Trouble)> ValidateAsync(
        Exchange exchange, AuthorizeRequest request, Authentication authentication)
    {
        var services = exchange.B2cPolicy.Services;
        foreach (var call in services.Validations)
        {
            var (said, trouble) = await AskAsync(exchange, request, call, authentication);
            if (trouble is not null)
            {
                if (call.Call.ContinuesOnError) continue;
                return (authentication.Claims, B2cTrouble.ServiceRefused(trouble));
            }

            authentication = authentication with { Claims = authentication.Claims.SetItems(said) };
            if (!call.Call.ContinuesOnSuccess) break;
        }

        return (Only(authentication.Claims, services.Page?.Given), null);
    }

    /// <summary>Asks those that are steps of the journey.</summary>
    /// <param name="answered">What the session remembers, by technical profile: those services are not asked again.</param>
    /// <returns>The authentication with what they said, what the session is to remember of it; or why the sign-in failed.</returns>
    public static async Task<JourneyRun> RunStepsAsync(
        Exchange exchange, AuthorizeRequest request, Authentication authentication,
        ImmutableDictionary<string, ImmutableDictionary<string, object>> answered)
    {
        var remembered = ImmutableDictionary<string, ImmutableDictionary<string, object>>.Empty;
        foreach (var call in exchange.B2cPolicy.Services.Steps)
        {
            var profile = call.Service.Id;
            var memory = exchange.Tenant.Rules.Services.Remembered(call.Service);
            if (memory is not null && answered.TryGetValue(profile, out var before))
            {
                authentication = authentication with { Claims = authentication.Claims.SetItems(before) };
                continue;
            }

            var (said, trouble) = await AskAsync(exchange, request, call, authentication);
            if (trouble is not null) return new JourneyRun(authentication, remembered, B2cTrouble.ServiceFailed(profile, trouble));
            authentication = authentication with { Claims = authentication.Claims.SetItems(said) };
            if (memory is not null) remembered = remembered.SetItem(profile, Only(said, memory));
        }

        return new JourneyRun(authentication, remembered, null);
    }

    /// <summary>Those of some claims whose types are named; none where nothing is.</summary>
    public static ImmutableDictionary<string, object> Only(ImmutableDictionary<string, object> claims, IReadOnlySet<string>? types) =>
        claims.RemoveRange(claims.Keys.Where(type => types?.Contains(type) != true));

    // What a service says; or what the user is told when it says no, or nothing.
    private static async Task<(ImmutableDictionary<string, object> Said, string? Trouble)> AskAsync(
        Exchange exchange, AuthorizeRequest request, PlayedCall call, Authentication authentication)
    {
        var claims = new JourneyClaims(authentication, TokenContext.Of(exchange, request.App.ClientId));
        var nothing = ImmutableDictionary<string, object>.Empty;
        if (call.Call.Preconditions.Any(condition => condition.Skips(type => ClaimText.Of(claims.Of(type))))) return (nothing, null);

        using var question = ServiceQuestion.Write(call, claims, exchange.B2c.PolicyKeys);
        var answer = question is null ? new ServiceAnswer.Failed(TooLate: false) : await exchange.B2c.ServiceHttp.AskAsync(question);
        if (answer is ServiceAnswer.Said said) return (Given(call, said.Content, claims), null);
        return exchange.Tenant.Rules.Services.FailureStopsSignIn ? (nothing, Words(call, answer)) : (nothing, null);
    }

    private static ImmutableDictionary<string, object> Given(PlayedCall call, JsonElement content, JourneyClaims claims)
    {
        var given = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var claim in call.Service.Given)
        {
            var own = !claim.AlwaysDefault && content.ValueKind == JsonValueKind.Object
                && content.TryGetProperty(claim.PartnerName, out var said)
                ? ClaimText.Read(said, claim.DataType)
                : null;
            var text = call.Service.ResolvesClaims ? claims.Resolve(claim.DefaultValue) : claim.DefaultValue;
            if ((own ?? (text is null ? null : ClaimText.Read(text, claim.DataType))) is { } value) given[claim.ClaimType] = value;
        }

        return given.ToImmutable();
    }

    // A service may say what the user reads; failing that the policy does.
    private static string Words(PlayedCall call, ServiceAnswer answer) =>
        (answer is ServiceAnswer.Refused { UserMessage: { } own } ? own : null)
        ?? (answer is ServiceAnswer.Failed { TooLate: true } ? call.Service["UserMessageIfRequestTimeout"] : null)
        ?? call.Service["DefaultUserMessageIfRequestFailed"]
        ?? NoAnswer;
}

/// <summary>What came of the steps of a journey that follow the sign-in itself.</summary>
/// <param name="Authentication">With what services said.</param>
/// <param name="Remembered">What the session is to remember, by technical profile.</param>
/// <param name="Trouble">Why the sign-in failed; null when it did not.</param>
internal sealed record JourneyRun(
    Authentication Authentication, ImmutableDictionary<string, ImmutableDictionary<string, object>> Remembered, Trouble? Trouble);
