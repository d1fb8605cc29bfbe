using FsCheck;
using FsCheck.Fluent;
using KmsiConformance.Policies;
using NUnit.Framework;

namespace KmsiConformance.Tests.Policies;

/// <summary>What holds for every policy, not only for those that somebody thought of.</summary>
public sealed class PolicyPropertyTests
{
    private static Gen<SessionSettings> Settings =>
        from scope in Gen.Elements(Enum.GetValues<SsoScope>())
        from days in Gen.Elements<int?>(null, 0, 1, 7, 90, -1, 9999, int.MaxValue)
        from type in Gen.Elements<ExpiryType?>(null, ExpiryType.Rolling, ExpiryType.Absolute)
        from seconds in Gen.Elements<int?>(null, 0, 900, 1200, 86_400, 604_800, -5, int.MaxValue)
        from hint in Gen.Elements(true, false)
        select new SessionSettings(scope, days, type, seconds, hint);

    [Test]
    public void What_is_written_is_read_back() => Prop.ForAll(
        (from settings in Settings
         from offered in Gen.Elements(true, false)
         from profile in Gen.Elements(B2cProfile.All.ToArray())
         select (settings, offered, profile)).ToArbitrary(),
        written =>
        {
            var policy = PolicyReader.Parse(PolicyWriter.Write(written.settings, "B2C_1A_x", "x.onmicrosoft.com", written.offered,
                KnownProfiles.Readings(written.profile)));
            return policy.Settings == written.settings && policy.KmsiOffered(KnownProfiles.Readings(written.profile)) == written.offered;
        }).QuickCheckThrowOnFailure();

    [Test]
    public void Absence_stays_absence()
    {
        var xml = PolicyWriter.Write(new SessionSettings(), "B2C_1A_x", "x.onmicrosoft.com", kmsiOffered: true,
            KnownProfiles.Readings(B2cProfile.December2020));
        Assert.That(xml, Does.Not.Contain("KeepAliveInDays").And.Not.Contain("SessionExpiry").And.Not.Contain("EnforceIdTokenHint"));
    }

    [Test]
    public void Reading_a_mutated_policy_throws_nothing_but_its_own_error()
    {
        var sound = PolicyWriter.Write(new SessionSettings(KeepAliveInDays: 7), "B2C_1A_x", "x.onmicrosoft.com", kmsiOffered: true,
            KnownProfiles.Readings(B2cProfile.December2020));
        Prop.ForAll(
            (from at in Gen.Choose(0, sound.Length - 1)
             from length in Gen.Choose(0, 20)
             from instead in Gen.Elements("", "<", ">", "\"", "&", "\0", "<a>", "</a>", "<!DOCTYPE x>", "<![CDATA[", "]]>", "\uFFFF",
                 "\uD800", "-1", "é", " Order=\"0\"")
             select sound[..at] + instead + sound[Math.Min(sound.Length, at + length)..]).ToArbitrary(),
            mutated =>
            {
                try
                {
                    PolicyReader.Parse(mutated).KmsiOffered(KnownProfiles.Readings(B2cProfile.December2020));
                }
                catch (PolicyException problem)
                {
                    return problem.Message.Length > 0;
                }

                return true;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }
}
