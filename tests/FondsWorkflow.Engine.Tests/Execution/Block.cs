using System.Globalization;
using CsCheck;

namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>What a piece of a workflow means. From WaitAll to Race branches of a flowchart meet in that way; from Sequence on they are Elsa's activities of the same name.</summary>
internal enum BlockKind
{
    Say, Wait, Row, Choice, Loop, Inner, WaitAll, WaitAllActive, Implicit, Merge, Converge, Cascade, Stream, WaitAny, Race, Sequence, Parallel, If, Switch, While, ForEach,
}

/// <summary>A structured piece of a workflow: what random definitions are built from, and what the model understands without arrows or tokens.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Id">Its number.</param>
/// <param name="Parts">What is inside. Of Cascade and Stream the last part is what comes behind the place where the branches meet.</param>
internal sealed record Block(BlockKind Kind, int Id, params Block[] Parts)
{
    private static readonly Gen<Block> Waits = Gen.Const(() => new Block(BlockKind.Wait, 0));
    private static readonly Gen<Block> Leaves = Gen.Bool.Select(waits => new Block(waits ? BlockKind.Wait : BlockKind.Say, 0));
    private static readonly Gen<Block> Tails = Row(Leaves);

    public static readonly Gen<Block> Random = Gen.Recursive<Block>((depth, inner) => depth >= 4
        ? Leaves
        : Gen.Frequency(
            (5, Leaves),
            (4, Row(inner)),
            (3, Of(inner, 2, 3, BlockKind.Choice)),
            (4, Of(inner, 2, 3, BlockKind.WaitAll, BlockKind.WaitAllActive, BlockKind.Implicit, BlockKind.Merge, BlockKind.Converge)),
            (2, Of(inner, 2, 3, BlockKind.WaitAny, BlockKind.Race)),
            (1, Behind(BlockKind.Cascade, inner)),
            (1, Behind(BlockKind.Stream, Row(Waits))),
            (3, Of(inner, 1, 1, BlockKind.Loop, BlockKind.Inner, BlockKind.While, BlockKind.ForEach)),
            (2, Of(inner, 1, 3, BlockKind.Sequence, BlockKind.Parallel)),
            (2, Of(inner, 2, 2, BlockKind.If, BlockKind.Switch))));

    public bool IsComposite => Kind >= BlockKind.Sequence;

    /// <summary>How often a ForEach runs its body.</summary>
    public int Turns => 1 + (Id % 3);

    /// <summary>Gives every block its own number, in order.</summary>
    public Block Numbered(int next = 1)
    {
        return Number(this);

        Block Number(Block block) => block with { Id = next++, Parts = Array.ConvertAll(block.Parts, Number) };
    }

    /// <summary>How many blocks it is.</summary>
    public int Count => 1 + Parts.Sum(p => p.Count);

    /// <summary>The same with another block in the place of one; its numbers are its own.</summary>
    public Block With(int id, Block other) => Id == id ? other.Numbered(1_000) : this with { Parts = Array.ConvertAll(Parts, p => p.With(id, other)) };

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Block Parse(string text)
    {
        var at = 0;
        return Read();

        Block Read()
        {
            var kind = Enum.Parse<BlockKind>(Take(char.IsLetter));
            var id = int.Parse(Take(char.IsDigit), CultureInfo.InvariantCulture);
            List<Block> parts = [];
            if (at == text.Length || text[at] != '(') return new Block(kind, id);
            while (text[at++] != ')') parts.Add(Read());
            return new Block(kind, id, [.. parts]);
        }

        string Take(Func<char, bool> which)
        {
            var from = at;
            while (at < text.Length && which(text[at])) at++;
            return text[from..at];
        }
    }

    public override string ToString() => $"{Kind}{Id}{(Parts.Length == 0 ? "" : $"({string.Join(',', Parts.AsEnumerable())})")}";

    private static Gen<Block> Row(Gen<Block> parts) => Of(parts, 1, 3, BlockKind.Row);

    private static Gen<Block> Of(Gen<Block> parts, int least, int most, params BlockKind[] kinds) =>
        Gen.Select(Gen.OneOf(kinds), parts.Array[least, most], (kind, inner) => new Block(kind, 0, inner));

    private static Gen<Block> Behind(BlockKind kind, Gen<Block> branches) =>
        Gen.Select(branches.Array[2, 3], Tails, (inner, tail) => new Block(kind, 0, [.. inner, tail]));
}
