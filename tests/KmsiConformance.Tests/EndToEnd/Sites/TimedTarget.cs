using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Tests.EndToEnd.Sites;

/// <summary>A site whose time is moved, as a target that a file describes.</summary>
internal sealed class TimedTarget : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kmsi-timed-");
    private RemoteTargetKind? _kind;

    public TargetFile File { get; private set; } = null!;

    public IWorldFactory Worlds { get; private set; } = null!;

    /// <summary>Describes a site that runs.</summary>
    /// <param name="policy">What its owner promises, as the file says it between brackets.</param>
    public static async Task<TimedTarget> OfAsync(TimedSite site, string profile, string policy, ReadyBrowser browser)
    {
        var target = new TimedTarget();
        await System.IO.File.WriteAllTextAsync(Path.Combine(target._folder.FullName, "secret"), SmallSite.Password);
        var path = Path.Combine(target._folder.FullName, "site.yaml");
        await System.IO.File.WriteAllTextAsync(path, $$"""
            profile: {{profile}}
            recipe: generic
            protocol: none
            kind: remote
            address: {{site.Origin}}
            policy: { {{policy}} }
            apps:
              groceries: { kind: site, protected: /account }
            users:
              alice: { name: alice, password: "file:secret" }
            clock:
              hook: { address: "{{site.Origin}}/clock", body: "{offset}" }
            """);
        target.File = new TargetFileReader(RealBrowser.Suite).Read(path);
        target._kind = new RemoteTargetKind(target.File);
        await target._kind.PrepareAsync(null, _ => { }, CancellationToken.None);
        target.Worlds = new WorldFactory(browser, target._kind, target.File.Recipe, null, TimeSpan.FromSeconds(20));
        return target;
    }

    public async ValueTask DisposeAsync()
    {
        if (_kind is not null) await _kind.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
