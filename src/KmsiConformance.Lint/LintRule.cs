using KmsiConformance.Policies;

namespace KmsiConformance.Lint;

/// <summary>One thing that can be wrong with a policy. Each rule is a small class of its own; <see cref="LintRules"/> lists them.</summary>
/// <param name="id">Stable: never given to another rule.</param>
/// <param name="title">What holds for a policy that is in order, as one sentence.</param>
/// <param name="basis">Ids of requirements (R-), conflicts (C-) and known complaints (P-).</param>
/// <param name="document">The documents behind it.</param>
/// <param name="section">The section of the documents.</param>
/// <param name="when">The readings of the documents under which it is looked at; null for all.</param>
public abstract class LintRule(
    string id, Severity severity, string title, string[] basis, string document, string section, ReadingCondition? when = null)
{
    public string Id => id;

    /// <summary>The name of the class, which is the rule as a phrase.</summary>
    public string Name => GetType().Name;

    public Severity Severity => severity;

    public string Title => title;

    public IReadOnlyList<string> Basis => basis;

    public string Document => document;

    public string Section => section;

    /// <summary>The readings under which it is looked at.</summary>
    public ReadingCondition When => when ?? ReadingCondition.Always;

    /// <summary>Those of the given profiles under which it is looked at.</summary>
    public IReadOnlyList<string> Profiles(IEnumerable<Readings> known) => [.. known.Where(When.Holds).Select(readings => readings.Profile)];

    /// <summary>A finding of this rule.</summary>
    protected Finding Found(Place at, string message, string suggestion) => new(id, severity, at, message, suggestion);
}

/// <summary>A rule that needs one file only.</summary>
public abstract class FileRule(
    string id, Severity severity, string title, string[] basis, string document, string section, ReadingCondition? when = null)
    : LintRule(id, severity, title, basis, document, section, when)
{
    public abstract IEnumerable<Finding> Check(PolicyFile file);
}

/// <summary>A rule about what is in force when a policy is merged with its bases.</summary>
public abstract class PolicyRule(
    string id, Severity severity, string title, string[] basis, string document, string section, ReadingCondition? when = null)
    : LintRule(id, severity, title, basis, document, section, when)
{
    public abstract IEnumerable<Finding> Check(LintedPolicy policy);
}

/// <summary>A rule about the policies of a set among each other.</summary>
public abstract class FamilyRule(
    string id, Severity severity, string title, string[] basis, string document, string section, ReadingCondition? when = null)
    : LintRule(id, severity, title, basis, document, section, when)
{
    public abstract IEnumerable<Finding> Check(LintedFamily family);
}

/// <summary>A rule about an app registration that lies beside the policies.</summary>
public abstract class AppRule(
    string id, Severity severity, string title, string[] basis, string document, string section, ReadingCondition? when = null)
    : LintRule(id, severity, title, basis, document, section, when)
{
    public abstract IEnumerable<Finding> Check(AppManifest app);
}
