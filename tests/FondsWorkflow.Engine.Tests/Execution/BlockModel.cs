namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>The small model: runs blocks as what they mean. It knows neither arrows nor tokens nor joins.</summary>
internal sealed class BlockModel(int seed)
{
    private readonly Dictionary<int, int> _visits = [];

    /// <summary>What was said, each with its place in the structure.</summary>
    public List<(string Step, Place At)> Said { get; } = [];

    public Running Start(Block block) => Start(block, new Place());

    /// <summary>Where a race's branch waits before it begins, so that who is first does not depend on the order of starting.</summary>
    public static int Gate(int race, int branch) => 1_000_000 + (race * 1000) + branch;

    /// <summary>What a step decides on its n-th visit; the engine's steps decide with the same dice.</summary>
    public static int Decide(int seed, int id, int visit, int options) =>
        (int)((uint)(((seed * 31) + id) * 2654435761L + (visit * 40503L)) % 7919u % (uint)options);

    private int Visit(int id) => _visits[id] = _visits.GetValueOrDefault(id) + 1;

    private Running Start(Block block, Place at) => block.Kind switch
    {
        BlockKind.Say or BlockKind.Wait => new Leaf(this, block, at),
        BlockKind.Row or BlockKind.Sequence => new Turns(turn => turn < block.Parts.Length ? Start(block.Parts[turn], at.In(block, turn, ordered: true)) : null),
        BlockKind.Choice or BlockKind.If or BlockKind.Switch => Start(block.Parts[Decide(seed, block.Id, Visit(block.Id), block.Parts.Length)], at),
        BlockKind.Loop => new Turns(turn => turn == 0 || Again(block) ? Start(block.Parts[0], at.In(block, turn, ordered: true)) : null),
        BlockKind.While => new Turns(turn => Again(block) ? Start(block.Parts[0], at.In(block, turn, ordered: true)) : null),
        BlockKind.ForEach => new Turns(turn => turn < block.Turns ? Start(block.Parts[0], at.In(block, turn, ordered: true)) : null),
        BlockKind.Inner => Start(block.Parts[0], at),
        BlockKind.WaitAny or BlockKind.Race => new Together(Branches(block.Parts.Select((part, i) => Gated(block, part, i)), block, at), firstWins: true),
        BlockKind.Cascade => new Together(block.Parts[..^1].Select((part, i) => Cascade(block, part, at.In(block, i, ordered: false), at.In(block, -1 - i, ordered: false))), firstWins: false),
        BlockKind.Stream => new Stream(this, block, at),
        _ => new Together(Branches(block.Parts, block, at), firstWins: false),
    };

    private bool Again(Block block) => Decide(0, block.Id, Visit(block.Id), 3) != 0;

    private IEnumerable<Running> Branches(IEnumerable<Block> branches, Block block, Place at) => branches.Select((branch, i) => Start(branch, at.In(block, i, ordered: false)));

    private static Block Gated(Block race, Block branch, int number) => new(BlockKind.Row, Gate(race.Id, number), new Block(BlockKind.Wait, Gate(race.Id, number)), branch);

    private Turns Cascade(Block block, Block branch, Place at, Place behind) =>
        new(turn => turn switch { 0 => Start(branch, at), 1 => Start(block.Parts[^1], behind), _ => null });

    public abstract class Running
    {
        public bool IsDone { get; protected set; }

        public abstract IEnumerable<int> Waiting();

        public abstract void Resume(int id);
    }

    private sealed class Leaf : Running
    {
        private readonly BlockModel _model;
        private readonly Block _block;
        private readonly Place _at;

        public Leaf(BlockModel model, Block block, Place at)
        {
            (_model, _block, _at) = (model, block, at);
            if (block.Kind == BlockKind.Say) End();
        }

        public override IEnumerable<int> Waiting() => IsDone ? [] : [_block.Id];

        public override void Resume(int id) => End();

        private void End()
        {
            IsDone = true;
            _model.Said.Add(($"s{_block.Id}", _at));
        }
    }

    /// <summary>One thing after another, as long as there is one.</summary>
    private sealed class Turns : Running
    {
        private readonly Func<int, Running?> _next;
        private Running? _now;
        private int _turn;

        public Turns(Func<int, Running?> next)
        {
            _next = next;
            _now = next(0);
            GoOn();
        }

        public override IEnumerable<int> Waiting() => _now?.Waiting() ?? [];

        public override void Resume(int id)
        {
            _now!.Resume(id);
            GoOn();
        }

        private void GoOn()
        {
            while (_now is { IsDone: true }) _now = _next(++_turn);
            IsDone = _now is null;
        }
    }

    /// <summary>Side by side, until all have ended or, in a race, the first.</summary>
    private sealed class Together : Running
    {
        private readonly Running[] _branches;
        private readonly bool _firstWins;

        public Together(IEnumerable<Running> branches, bool firstWins)
        {
            (_branches, _firstWins) = (branches.ToArray(), firstWins);
            IsDone = !firstWins && Array.TrueForAll(_branches, b => b.IsDone);
        }

        public override IEnumerable<int> Waiting() => IsDone ? [] : _branches.SelectMany(b => b.Waiting());

        public override void Resume(int id)
        {
            var branch = _branches.First(b => b.Waiting().Contains(id));
            branch.Resume(id);
            IsDone = _firstWins ? branch.IsDone : Array.TrueForAll(_branches, b => b.IsDone);
        }
    }

    /// <summary>Rows of waits that meet in a Stream: what is behind runs once for all that have arrived, unless one stands directly before it.</summary>
    private sealed class Stream : Running
    {
        private readonly BlockModel _model;
        private readonly Block _block;
        private readonly Place _at;
        private readonly int[] _reached;
        private readonly HashSet<int> _arrived = [];
        private readonly List<Running> _behind = [];

        public Stream(BlockModel model, Block block, Place at)
        {
            (_model, _block, _at) = (model, block, at);
            _reached = new int[block.Parts.Length - 1];
        }

        public override IEnumerable<int> Waiting() =>
            Enumerable.Range(0, _reached.Length).Select(Next).OfType<int>().Concat(_behind.SelectMany(b => b.Waiting()));

        public override void Resume(int id)
        {
            var row = Enumerable.Range(0, _reached.Length).Where(r => Next(r) == id).DefaultIfEmpty(-1).First();
            if (row < 0) _behind.First(b => b.Waiting().Contains(id)).Resume(id);
            else Pass(row, id);
            if (_arrived.Count > 0 && !Enumerable.Range(0, _reached.Length).Any(StandsBefore)) GoOn();
            IsDone = !Waiting().Any();
        }

        private void Pass(int row, int id)
        {
            _model.Said.Add(($"s{id}", _at.In(_block, row, ordered: false).In(_block.Parts[row], _reached[row], ordered: true)));
            if (++_reached[row] == _block.Parts[row].Parts.Length) _arrived.Add(row);
        }

        private int? Next(int row) => _reached[row] < _block.Parts[row].Parts.Length ? _block.Parts[row].Parts[_reached[row]].Id : null;

        private bool StandsBefore(int row) => _reached[row] == _block.Parts[row].Parts.Length - 1;

        private void GoOn()
        {
            _arrived.Clear();
            _behind.Add(_model.Start(_block.Parts[^1], _at.In(_block, -1 - _behind.Count, ordered: false)));
        }
    }
}

/// <summary>Where something stands in the structure: in which turn or branch of what, from the outside in.</summary>
internal sealed record Place(params (int Block, int Index, bool IsOrdered)[] Way)
{
    public Place In(Block block, int index, bool ordered) => new([.. Way, (block.Id, index, ordered)]);

    /// <summary>Whether the structure says that this comes before the other: where they part, one is in an earlier turn.</summary>
    public bool IsBefore(Place other)
    {
        var (one, two) = Way.Zip(other.Way).FirstOrDefault(p => p.First != p.Second);
        return one.IsOrdered && one.Block == two.Block && one.Index < two.Index;
    }
}
