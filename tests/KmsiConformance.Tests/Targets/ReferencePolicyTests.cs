using KmsiConformance.Policies;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Expressions;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Reference;
using KmsiConformance.Tests.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Targets;

/// <summary>What the reference declares of its session settings: what scenarios asked for, and null where it says so.</summary>
internal sealed class ReferencePolicyTests
{
    private static readonly PolicyRequest Asked = PolicyRequest.Default with
    {
        KeepAliveInDays = 7, Session = TimeSpan.FromMinutes(20), Expiry = "absolute", Scope = "application", RequireIdTokenHint = true,
    };

    [Test]
    public async Task It_declares_what_was_asked_for()
    {
        var policy = await DeclaredAsync(Asked);
        Assert.That(policy with { Words = "" }, Is.EqualTo(new TargetPolicy(
            TimeSpan.FromMinutes(20), TimeSpan.FromDays(7), ExpiryType.Absolute, SsoScope.Application, RequiresIdTokenHint: true,
            PromisesBox: true, "")));
        Assert.That(policy.Words, Does.Contain("KeepAliveInDays 7").And.Contain("id_token_hint required"));
    }

    [TestCase(null)]
    [TestCase(0)]
    public async Task Without_days_nobody_can_be_kept_signed_in(int? days)
    {
        var policy = await DeclaredAsync(Asked with { KeepAliveInDays = days });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.KeepAlive, Is.Null);
            Assert.That(policy.PromisesBox, Is.False);
            Assert.That(
                () => DurationExpression.Parse("keep-alive").Evaluate(policy),
                Throws.TypeOf<FormatException>().With.Message.Contains("keep-alive"));
        }
    }

    [Test]
    public async Task Expiry_and_scope_have_their_defaults_where_nothing_is_written()
    {
        var policy = await DeclaredAsync(PolicyRequest.Default with { Expiry = "unset" });
        Assert.That((policy.Expiry, policy.Scope, policy.RequiresIdTokenHint),
            Is.EqualTo((ExpiryType.Rolling, (SsoScope?)SsoScope.Tenant, false)));
    }

    [Test]
    public async Task Azure_AD_declares_its_fixed_lifetimes()
    {
        var policy = await DeclaredAsync(PolicyRequest.Default, "aad-2020-06");
        Assert.That(policy with { Words = "" }, Is.EqualTo(new TargetPolicy(
            TimeSpan.FromHours(24), TimeSpan.FromDays(90), ExpiryType.Rolling, SsoScope.Tenant, RequiresIdTokenHint: false,
            PromisesBox: false, "")));
    }

    private static async Task<TargetPolicy> DeclaredAsync(PolicyRequest asked, string profile = B2cProfile.December2020)
    {
        var kind = new ReferenceTargetKind(KnownProfiles.Readings(profile), null, Repository.Scenarios);
        await using var target = await kind.StartAsync(new TargetRequest(TimeProvider.System, asked, [], []), null, CancellationToken.None);
        return target.Policy;
    }
}
