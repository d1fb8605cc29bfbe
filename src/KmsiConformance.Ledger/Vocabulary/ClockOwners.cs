namespace KmsiConformance.Ledger.Vocabulary;

/// <summary>Those whose clocks can be off, by the words of scenarios.</summary>
public static class ClockOwners
{
    public const string Browser = "browser";

    public const string Server = "server";

    public const string Apps = "apps";

    public const string Providers = "providers";
}
