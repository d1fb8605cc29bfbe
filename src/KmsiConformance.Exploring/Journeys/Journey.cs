using KmsiConformance.Model;

namespace KmsiConformance.Exploring.Journeys;

/// <summary>An act, and what the documents say of it under the profile that judges.</summary>
/// <param name="Gene">The gene that stands for it.</param>
/// <param name="Act">What is done.</param>
/// <param name="Foreseen">What must be seen; each part of it follows from a requirement of the profile.</param>
public sealed record Played(Gene Gene, Act Act, Foreseen Foreseen);

/// <summary>A journey: what is done in order, and what must be seen.</summary>
/// <param name="Ground">Where it is played.</param>
/// <param name="Documents">The documents under its settings.</param>
/// <param name="Choice">The gene that chose the settings.</param>
/// <param name="Acts">The acts that it is made of.</param>
public sealed record Journey(Ground Ground, Documents Documents, Gene Choice, IReadOnlyList<Played> Acts)
{
    /// <summary>The numbers that stand for it.</summary>
    public Genome Genome => new(Choice, [.. Acts.Select(act => act.Gene)]);

    /// <summary>Whether anything in it follows from a requirement.</summary>
    public bool IsJudged => Acts.Any(act => act.Foreseen.Because.Count > 0 || act.Foreseen.Looks.Count > 0);

    /// <summary>What is known at its end.</summary>
    public Belief End => Acts.Count == 0 ? Belief.Beginning : Acts[^1].Foreseen.After;

    /// <summary>Reads a genome. Genes that stand for nothing, or of which nobody could tell what they lead to, are left out.</summary>
    public static Journey Of(Ground ground, Genome genome)
    {
        var journey = new Journey(ground, ground.Under(genome.Settings), genome.Settings, []);
        var acts = new List<Played>();
        var belief = Belief.Beginning;
        foreach (var gene in genome.Acts)
        {
            if (journey.Next(belief, gene) is not { } played) continue;
            acts.Add(played);
            belief = played.Foreseen.After;
        }

        return journey with { Acts = acts };
    }

    /// <summary>What a gene stands for after some others; null where it stands for nothing that can be judged.</summary>
    public Played? Next(Belief belief, Gene gene) =>
        Possible.Of(gene, Ground, Documents, belief) is { } act ? Judge(belief, gene, act) : null;

    /// <summary>What an act comes to after some others; null where it cannot be judged.</summary>
    internal Played? Judge(Belief belief, Gene gene, Act act)
    {
        if (Documents.Foresee(belief, act) is not { } foreseen) return null;
        if (foreseen.After.Now > TimeSpan.FromDays(380)) return null;
        var because = InProfile(foreseen.Because);
        return foreseen.Because.Count > 0 && because.Count == 0 ? null : new Played(gene, act, foreseen with
        {
            Because = because,
            Looks = [.. foreseen.Looks.Select(look => look with { Because = InProfile(look.Because) })
                .Where(look => look.Because.Count > 0)],
        });
    }

    private IReadOnlyList<string> InProfile(IReadOnlyList<string> requirements) =>
        [.. requirements.Where(Ground.Requirements.Contains).Distinct(StringComparer.Ordinal)];
}
