using FsCheck;
using FsCheck.Fluent;
using KmsiConformance.Cookies;
using KmsiConformance.Cookies.Parsing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cookies;

/// <summary>What holds for every header and every address.</summary>
internal sealed class CookieProperties
{
    private static readonly string[] Pieces =
    [
        "a", "b", "=", ";", " ", "\t", ",", "\"", "Max-Age", "Expires", "Domain", "Path", "Secure", "HttpOnly", "SameSite", "None", "Lax",
        "Strict", "Partitioned",
        "__Host-", "__Secure-", "0", "60", "-1", "1 Jan 2027 10:00:00", "Thu, 01 Jan 1970 00:00:00 GMT", ":", "/", "/a", "/a/b", ".",
        "shop.example", "login.shop.example",
        "bank.example", "example", "\u00E9", "\0", "\x7F", "%41",
    ];

    private static readonly string[] Addresses =
    [
        "https://shop.example/", "https://shop.example/a", "https://shop.example/a/b/c", "http://shop.example/a",
        "https://login.shop.example/a/b", "http://login.shop.example/", "https://bank.example/", "https://bank.example/a/b",
        "http://bank.example/a", "https://workshop.example/", "https://127.0.0.1/a", "https://x.login.shop.example/ab",
    ];

    private static readonly Gen<string> Header = Gen.Elements(Pieces).ListOf().Select(string.Concat);
    private static readonly Gen<string> Address = Gen.Elements(Addresses);

    [Test]
    public void Parsing_never_throws()
    {
        static bool Parses(string text)
        {
            SetCookieString.Parse(text, out var parsed);
            CookieDate.Parse(text);
            foreach (var policy in new[] { CookiePolicy.Draft, CookiePolicy.AsShipped })
                CookieLifetime.ExpiryOf(
                    parsed.Attributes.Append(new("Max-Age", text)).Append(new("Expires", text)).ToList(), DateTimeOffset.UnixEpoch, policy);
            return parsed.Name.Length + parsed.Value.Length <= SetCookieString.NameAndValueLimit;
        }

        Prop.ForAll(Header.ToArbitrary(), Parses).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Parses(text ?? "")).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Test]
    public void A_cookie_never_reaches_a_wrong_host_path_or_scheme()
    {
        var cases = Address.SelectMany(_ => Header, (set, header) => (set, header))
            .SelectMany(_ => Address, (both, asked) => (both.set, both.header, asked));
        Prop.ForAll(cases.ToArbitrary(), one =>
        {
            var jar = new Jar(CookiePolicy.AsShipped);
            jar.Set(one.set, "x=1" + one.header);
            if (jar.Sent(one.asked) is null) return true;

            var (from, to) = (new Uri(one.set), new Uri(one.asked));
            var cookie = jar.Store.All.Single();
            return (to.Host == from.Host || (!cookie.HostOnly && $".{to.Host}".EndsWith($".{cookie.Domain}", StringComparison.Ordinal)
                && $".{from.Host}".EndsWith($".{cookie.Domain}", StringComparison.Ordinal)))
                && Owner(from) == Owner(to)
                && $"{to.AbsolutePath}/".StartsWith(cookie.Path.EndsWith('/') ? cookie.Path : $"{cookie.Path}/", StringComparison.Ordinal)
                && (to.Scheme == "https" || !cookie.Secure);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }

    [Test]
    public void What_has_expired_never_comes_back_and_a_longer_life_never_ends_sooner()
    {
        var ages = Gen.Choose(-10, 40_000_000);
        var moves = Gen.Choose(0, 20_000_000).ListOf(8);
        Prop.ForAll(ages.SelectMany(_ => ages, (one, other) => (one, other))
            .SelectMany(_ => moves, (both, way) => (both.one, both.other, way)).ToArbitrary(), plan =>
        {
            var jar = new Jar();
            jar.Set(Jar.Shop, $"short=1; Max-Age={Math.Min(plan.one, plan.other)}");
            jar.Set(Jar.Shop, $"long=1; Max-Age={Math.Max(plan.one, plan.other)}");
            var before = jar.Names.ToHashSet(StringComparer.Ordinal);
            foreach (var move in plan.way)
            {
                jar.Clock.Move(TimeSpan.FromSeconds(move));
                var now = jar.Names.ToHashSet(StringComparer.Ordinal);
                if (!now.IsSubsetOf(before) || (now.Contains("short") && !now.Contains("long"))) return false;
                before = now;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static string Owner(Uri url) => url.Host.Contains("bank", StringComparison.Ordinal) ? "bank"
        : url.Host == "shop.example" || url.Host.EndsWith(".shop.example", StringComparison.Ordinal) ? "shop" : url.Host;
}
