using KmsiConformance.Suite;
using NUnit.Framework;

namespace KmsiConformance.Tests.Suite;

/// <summary>A clock only moves forward: a wait that could not is said when the scenario is loaded.</summary>
internal sealed class ScenarioTimesTests
{
    [TestCase("- wait: 1 minute - 1 hour", 6, 11, "59 minutes less than none")]
    [TestCase("- wait: 1 minute - 60 seconds", 6, 11, "no time at all")]
    [TestCase("- wait: session - 1 hour", 6, 11, "40 minutes less than none (session is 20 minutes here)")]
    [TestCase("- wait: keep-alive - 8 days", 6, 11, "1 day less than none (keep-alive is 7 days here)")]
    [TestCase("- wait: 2 * session - keep-alive", 6, 11, "(session is 20 minutes, keep-alive is 7 days here)")]
    [TestCase("- wait-until: start - 1 minute", 6, 17, "1 minute before the moment")]
    [TestCase("- wait: 2 hours\n  - wait-until: sign-in + 1 hour", 7, 17, "1 hour before the moment")]
    [TestCase("- wait-until: sign-in + keep-alive\n  - wait-until: sign-in + session", 7, 17, "(session is 20 minutes here)")]
    [TestCase("- expect-cookie: { role: sso, lasts: session - 1 hour }", 6, 40, "40 minutes less than none")]
    [TestCase("- sign-in: { user: bob, app: pharmacy, after: session - 1 hour }", 6, 49, "40 minutes less than none")]
    [TestCase(
        "- sign-in: { user: bob, app: pharmacy, after: 5 minutes }\n  - wait-until: start + 4 minutes", 7, 17, "1 minute before")]
    [TestCase("- wait: 36526 days", 6, 11, "no clock is moved further than 36525 days")]
    [TestCase("- wait: 30000 days\n  - wait: 30000 days", 7, 11, "This is 60000 days after the start")]
    [TestCase("- repeat: { times: 2, steps: [ { wait-until: sign-in + 1 hour }, { wait: 1 minute } ] }", 6, 48, "1 minute before")]
    public void What_could_not_be_waited_for_is_a_load_error_at_its_place(string steps, int line, int column, string says)
    {
        var problem = Problems($"policy: {{ keep-alive: 7 days, session: 20 minutes }}", steps).Single();
        Assert.That(problem.Message, Does.Contain(says).And.Contain("xpected"));
        Assert.That((problem.File, problem.Line, problem.Column), Is.EqualTo(("one.yaml", line, column)), problem.Message);
    }

    [TestCase("profiles: [aad-2020-06]", "- wait: session - 25 hours", "session is 1 day here")]
    [TestCase("profiles: [aad-2020-06]", "- wait: keep-alive - 91 days", "keep-alive is 90 days here")]
    [TestCase("policy: { file: policies/2018-08-seven-days.xml }", "- wait: keep-alive - 8 days", "keep-alive is 7 days here")]
    [TestCase("policy: { session: 20 minutes }", "- wait: keep-alive - 1 minute", "no KeepAliveInDays above 0")]
    public void The_settings_are_those_that_it_is_played_with(string settings, string step, string says) =>
        Assert.That(Problems(settings, step).Single().Message, Does.Contain(says));

    [TestCase("- wait: session - 1 minute")]
    [TestCase("- wait: session\n  - wait-until: sign-in + session + 1 minute")]
    [TestCase("- wait-until: next 03-28T00:30Z\n  - wait: 1 minute")]
    [TestCase("- wait-until: start + 1 minute\n  - sign-in: { user: bob, app: pharmacy }\n  - wait-until: sign-in + 1 second")]
    public void What_can_be_waited_for_is_loaded(string steps) =>
        Assert.That(Problems("policy: { keep-alive: 7 days, session: 20 minutes }", steps), Is.Empty);

    [Test]
    public void Without_a_sign_in_there_is_nothing_to_count_from() => Assert.That(
        Problems("policy: { session: 20 minutes }", "- wait-until: sign-in + 1 minute", signIn: "- wait: 1 minute").Single().Message,
        Does.Contain("nobody has signed in yet"));

    private static IReadOnlyList<SuiteProblem> Problems(
        string settings, string steps, string signIn = "- sign-in: { user: alice, app: groceries }")
    {
        var requirement = settings.Contains("aad", StringComparison.Ordinal) ? "R-120" : "R-004";
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.yaml");
        File.WriteAllText(
            file, $"title: It works as it should\nrequirements: [{requirement}]\n{settings}\nsteps:\n  {signIn}\n  {steps}\n");
        try
        {
            SuiteLoader.LoadFile(Repository.Scenarios, file);
            return [];
        }
        catch (SuiteException wrong)
        {
            return [.. wrong.Problems.Select(problem => problem with { File = problem.File == file ? "one.yaml" : problem.File })];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
