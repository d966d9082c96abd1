using CsCheck;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>A structured piece of a workflow: what random flowcharts are built from, and what the model understands without arrows or tokens.</summary>
internal abstract record Block(int Id)
{
    public sealed record Leaf(int Id, bool Waits) : Block(Id);

    public sealed record Row(int Id, Block[] Parts) : Block(Id);

    public sealed record Choice(int Id, Block[] Branches) : Block(Id);

    public sealed record Together(int Id, string Join, Block[] Branches) : Block(Id);

    public sealed record Race(int Id, bool ByMergeMode, Block[] Branches) : Block(Id);

    public sealed record Loop(int Id, Block Body) : Block(Id);

    public sealed record Inner(int Id, Block Body) : Block(Id);

    public static readonly Gen<Block> Random = Gen.Recursive<Block>((depth, inner) => depth >= 4
        ? Gen.Bool.Select(waits => (Block)new Leaf(0, waits))
        : Gen.Frequency(
            (4, Gen.Bool.Select(waits => (Block)new Leaf(0, waits))),
            (4, inner.Array[1, 3].Select(parts => (Block)new Row(0, parts))),
            (3, inner.Array[2, 3].Select(branches => (Block)new Choice(0, branches))),
            (3, Gen.Select(Gen.OneOf("WaitAll", "WaitAllActive", "None", "Merge", "Converge"), inner.Array[2, 3], (join, branches) => (Block)new Together(0, join, branches))),
            (2, Gen.Select(Gen.Bool, inner.Array[2, 3], (byMergeMode, branches) => (Block)new Race(0, byMergeMode, branches))),
            (2, inner.Select(body => (Block)new Loop(0, body))),
            (1, inner.Select(body => (Block)new Inner(0, body)))));

    /// <summary>Gives every block its own number, in order.</summary>
    public Block Numbered()
    {
        var next = 1;
        return Number(this);

        Block Number(Block block)
        {
            var id = next++;
            return block switch
            {
                Leaf leaf => leaf with { Id = id },
                Row row => row with { Id = id, Parts = Array.ConvertAll(row.Parts, Number) },
                Choice choice => choice with { Id = id, Branches = Array.ConvertAll(choice.Branches, Number) },
                Together together => together with { Id = id, Branches = Array.ConvertAll(together.Branches, Number) },
                Race race => race with { Id = id, Branches = Array.ConvertAll(race.Branches, Number) },
                Loop loop => loop with { Id = id, Body = Number(loop.Body) },
                Inner body => body with { Id = id, Body = Number(body.Body) },
                _ => throw new InvalidOperationException(),
            };
        }
    }

    public sealed override string ToString() => this switch
    {
        Leaf leaf => leaf.Waits ? $"wait{Id}" : $"say{Id}",
        Row row => $"({string.Join(" ; ", row.Parts.AsEnumerable())})",
        Choice choice => $"choice{Id}({string.Join(" | ", choice.Branches.AsEnumerable())})",
        Together together => $"{together.Join}{Id}({string.Join(" & ", together.Branches.AsEnumerable())})",
        Race race => $"race{(race.ByMergeMode ? "Mode" : "")}{Id}({string.Join(" / ", race.Branches.AsEnumerable())})",
        Loop loop => $"loop{Id}({loop.Body})",
        Inner inner => $"inner{Id}({inner.Body})",
        _ => "?",
    };
}
