using System.Security.Cryptography.X509Certificates;
using KmsiConformance.Apps;
using KmsiConformance.Saml;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using NUnit.Framework;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace KmsiConformance.Tests.Targets.Files;

/// <summary>What stands at the address of SAML metadata, and is not what the file says: each has a message of its own.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
internal sealed class TroubledMetadataTests : IDisposable
{
    private const string Path = "/saml/metadata";

    private readonly TargetText _text = new();
    private readonly WireMockServer _server = WireMockServer.Start();

    private string SignIn => _server.Url + "/sign-in";

    private string SignOut => _server.Url + "/sign-out";

    public void Dispose()
    {
        _server.Dispose();
        _text.Dispose();
    }

    [Test]
    public Task Metadata_in_which_nothing_is_wrong_is_taken() => PrepareAsync(Provider(SignIn, SignOut));

    [Test]
    public void Nobody_is_there()
    {
        var file = File();
        _server.Stop();
        Assert.That(() => PrepareAsync(file), Refuses("Correct 'saml-metadata'"));
    }

    [Test]
    public void Something_else_is_there()
    {
        Assert.That(() => PrepareAsync("gone", 404), Refuses("was answered with 404"));
        Assert.That(() => PrepareAsync("<html><body>Sign in</body></html>"), Refuses("expected EntityDescriptor, found html"));
        Assert.That(() => PrepareAsync("{\"issuer\": \"https://login.example.com\"}"), Refuses("is not XML"));
    }

    [Test]
    public void It_is_that_of_a_service_provider() => Assert.That(
        () => PrepareAsync(new EntityMetadata("urn:shop", [SamlAppKey.Certificate], null, _server.Url + "/acs", null).Write()),
        Refuses("no identity provider"));

    [Test]
    public void It_names_no_address_for_sign_ins_by_redirect() => Assert.That(
        () => PrepareAsync(Provider(SignIn, SignOut).Replace(
            $"Binding=\"{SamlNames.RedirectBinding}\" Location=\"{SignIn}\"", $"Binding=\"{SamlNames.PostBinding}\" Location=\"{SignIn}\"",
            StringComparison.Ordinal)),
        Refuses("names no SingleSignOnService"));

    [Test]
    public void It_has_no_certificate() => Assert.That(
        () => PrepareAsync(Provider(SignIn, SignOut, [])), Refuses("no X509Certificate for signing"));

    [Test]
    public async Task It_names_no_address_for_sign_outs()
    {
        var metadata = Provider(SignIn, null);
        Assert.That(() => PrepareAsync(metadata), Refuses("absent: { sign-out"));
        await PrepareAsync(metadata, more: "absent: { sign-out: it has none }\n");
    }

    [Test]
    public async Task It_sends_browsers_to_a_site_that_the_file_does_not_name()
    {
        using var other = WireMockServer.Start();
        var metadata = Provider(other.Url + "/sign-in", SignOut);
        Assert.That(() => PrepareAsync(metadata), Refuses($"sends browsers to {other.Url}, which is no site of the target"));
        await PrepareAsync(metadata, more: $"sites: [\"{other.Url}\"]\n");
    }

    private static NUnit.Framework.Constraints.IResolveConstraint Refuses(string said) =>
        Throws.TypeOf<TargetException>().With.Message.Contains(said);

    private static string Provider(string signIn, string? signOut, IReadOnlyList<X509Certificate2>? certificates = null) =>
        new EntityMetadata("urn:login", certificates ?? [SamlAppKey.Certificate], signIn, null, signOut).Write();

    private Task PrepareAsync(string metadata, int status = 200, string more = "")
    {
        _server.Reset();
        _server.Given(Request.Create().WithPath(Path)).RespondWith(Response.Create().WithStatusCode(status).WithBody(metadata));
        return PrepareAsync(File(more));
    }

    private static async Task PrepareAsync(TargetFile file)
    {
        await using var kind = new RemoteTargetKind(file);
        await kind.PrepareAsync(null, _ => { }, CancellationToken.None);
    }

    private TargetFile File(string more = "")
    {
        _text.Beside("secret", "s3cret-of-everybody");
        var remote = TargetText.SamlOnly[..TargetText.SamlOnly.IndexOf("start:", StringComparison.Ordinal)]
            .Replace("kind: process", "kind: remote", StringComparison.Ordinal)
            .Replace("clock: process", "clock: none", StringComparison.Ordinal)
            .Replace("made", "file:secret", StringComparison.Ordinal)
            .Replace($"http://localhost:{{port:login}}{Path}", _server.Url + Path, StringComparison.Ordinal)
            .Replace("{port:apps}", "4811", StringComparison.Ordinal);
        return _text.Read(remote + more);
    }
}
