using KmsiConformance.Browsers;

namespace KmsiConformance.Worlds;

/// <summary>A browser of a world, with its own profile and cookie store, and what is known of it between two steps.</summary>
/// <param name="Name">As the scenario calls it; null where there is one only.</param>
/// <param name="Cookies">Watches its cookie store.</param>
/// <param name="FirstTab">What the scenario calls the tab in which a browser begins; null where there is one only.</param>
internal sealed record Device(string? Name, IBrowser Browser, CookieWatch Cookies, string? FirstTab)
{
    private readonly List<Tab> _tabs = [];

    /// <summary>The addresses that it asked for or was sent to, unmasked: they never leave the process.</summary>
    public IReadOnlyCollection<string> Addresses { get; init; } = [];

    /// <summary>The tab in use.</summary>
    public Tab Tab { get; private set; } = new(FirstTab);

    /// <summary>Whether its process runs.</summary>
    public bool Runs { get; set; }

    /// <summary>How the process was started last.</summary>
    public StartKind Kind { get; set; }

    /// <summary>How far ahead of real time its clock was when the process was started.</summary>
    public TimeSpan StartedAhead { get; set; }

    /// <summary>The process has started: with one tab, and nothing in it.</summary>
    public void BeginTabs()
    {
        _tabs.Clear();
        _tabs.Add(Tab = new Tab(FirstTab));
    }

    /// <summary>Goes on in another tab.</summary>
    public async Task UseTabAsync(string name, CancellationToken cancellation)
    {
        await Browser.UseTabAsync(name == FirstTab ? null : name, cancellation);
        if (_tabs.Find(open => open.Name == name) is not { } tab) _tabs.Add(tab = new Tab(name));
        Tab = tab;
    }
}
