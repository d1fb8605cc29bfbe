using KmsiConformance.Cli;
using KmsiConformance.Cli.Measured;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Measured;
using NUnit.Framework;

namespace KmsiConformance.Tests.Measuring;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class DeclaredByMeasureTests : IDisposable
{
    private static readonly Measurement Measured = new()
    {
        Tool = ToolRecord.Current, StartedUtc = new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero), DurationMs = 1, SignIns = 1,
        Target = new TargetRecord("shop", "process"), Browser = new BrowserRecord("simulated", "1"), Clock = new ClockRecord("virtual", ""),
        OffersBox = true,
        Server = new MeasuredServer(
            new MeasuredLife(5_375, 5_425, 4) { Renewal = new MeasuredRenewal(true, 0, 300) },
            new MeasuredLife(1_209_575, 1_209_625, 4) { Renewal = new MeasuredRenewal(true, 0, 300) }),
    };

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Test]
    public void What_was_measured_takes_the_place_of_what_was_said_and_the_rest_stays()
    {
        File.WriteAllText(_file, """
            # A shop.
            profile: web
            policy:
              # What its owner promises.
              session: 20 hours
              # keep-alive: 30 days
              scope: tenant
              from: the help page

            apps:
              groceries: { session: 1 }
            """);
        var said = DeclaredByMeasure.Write(_file, Measured);
        Assert.That(said, Does.Contain("session: 90 minutes").And.Contain("keep-alive: 14 days"));
        Assert.That(File.ReadAllText(_file), Is.EqualTo("""
            # A shop.
            profile: web
            policy:
              keep-me-signed-in: offered
              expiry: rolling
              # What its owner promises.
              session: 90 minutes
              keep-alive: 14 days
              scope: tenant
              from: measured on 2026-11-27 by kmsi measure, and promised by nobody

            apps:
              groceries: { session: 1 }
            """));
    }

    private const string WithLimits =
        "policy:\n  session: 1 hour\n  maximum: 10 hours\n  keep-alive-maximum: 30 days\n  from: the help page\n";

    [Test]
    public void Where_no_life_was_measured_nothing_is_written()
    {
        File.WriteAllText(_file, WithLimits);
        Assert.That(DeclaredByMeasure.Write(_file, Measured with { Server = new MeasuredServer(null, null) }), Is.Null);
        Assert.That(
            DeclaredByMeasure.Write(
                _file, Measured with { Server = new MeasuredServer(new MeasuredLife(5_375, 5_425, 4) { Unstable = true }, null) }),
            Is.Null);
        Assert.That(File.ReadAllText(_file), Is.EqualTo(WithLimits));
    }

    // A life of a box was measured, one without was not, and what use does was tried on neither, or on the one alone.
    [TestCase(null, true, true)]
    [TestCase(false, true, false)]
    [TestCase(true, true, true)]
    public void A_limit_goes_only_where_it_would_have_been_seen(bool? slides, bool staysUnkept, bool staysKept)
    {
        File.WriteAllText(_file, WithLimits);
        var kept = new MeasuredLife(1_209_575, 1_209_625, 4) { Renewal = slides is { } does ? new MeasuredRenewal(does) : null };
        Assert.That(DeclaredByMeasure.Write(_file, Measured with { Server = new MeasuredServer(null, kept) }), Does.Contain("14 days"));
        var written = File.ReadAllText(_file);
        Assert.That(written.Contains("  maximum:", StringComparison.Ordinal), Is.EqualTo(staysUnkept));
        Assert.That(written.Contains("keep-alive-maximum:", StringComparison.Ordinal), Is.EqualTo(staysKept));
    }

    [Test]
    public void A_limit_goes_where_use_was_tried_longer_than_anybody_looked()
    {
        File.WriteAllText(_file, WithLimits);
        var kept = new MeasuredLife(1_209_575, 1_209_625, 4)
        {
            Renewal = new MeasuredRenewal(true), Maximum = new MeasuredMaximum(9_000_000, null, 30),
        };
        Assert.That(DeclaredByMeasure.Write(_file, Measured with { Server = new MeasuredServer(null, kept) }), Does.Contain("14 days"));
        Assert.That(File.ReadAllText(_file), Does.Not.Contain("keep-alive-maximum").And.Contain("  maximum: 10 hours"));
    }

    // A site may leave it unsaid; whoever speaks a protocol has to say one.
    [TestCase("none", false)]
    [TestCase("openid-connect", true)]
    public void What_one_word_cannot_say_of_two_lives_is_told(string protocol, bool stays)
    {
        File.WriteAllText(_file, $"protocol: {protocol}\npolicy:\n  expiry: rolling\n  from: the help page\n");
        var unlike = Measured with
        {
            Server = Measured.Server with
            {
                WithoutBox = Measured.Server.WithoutBox! with { Renewal = new MeasuredRenewal(Slides: false) },
            },
        };
        Assert.That(DeclaredByMeasure.Write(_file, unlike), Does.Contain("which 'expiry' cannot say"));
        Assert.That(File.ReadAllText(_file).Contains("expiry:", StringComparison.Ordinal), Is.EqualTo(stays));
        Assert.That(DeclaredByMeasure.Write(_file, Measured), Does.Contain("expiry: rolling").And.Not.Contain("cannot say"));
    }

    [Test]
    public void A_file_without_a_block_for_it_is_left_alone()
    {
        File.WriteAllText(_file, "policy: { session: 1 hour }\n");
        Assert.That(() => DeclaredByMeasure.Write(_file, Measured), Throws.TypeOf<UserErrorException>().With.Message.Contains("'policy:'"));
        Assert.That(File.ReadAllText(_file), Is.EqualTo("policy: { session: 1 hour }\n"));
    }

    [TestCase(86_390, 86_410, "1 day")]
    [TestCase(71_990, 72_010, "20 hours")]
    [TestCase(5_375, 5_425, "90 minutes")]
    [TestCase(1_209_200, 1_209_240, "20154 minutes")]
    public void A_length_takes_the_largest_unit(double lower, double upper, string words) =>
        Assert.That(DeclaredByMeasure.Whole(lower, upper), Is.EqualTo(words));
}
