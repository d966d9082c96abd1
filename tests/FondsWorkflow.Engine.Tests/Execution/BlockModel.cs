namespace FondsWorkflow.Engine.Tests.Execution;

/// <summary>The small model: runs blocks as what they mean. It knows neither arrows nor tokens nor joins.</summary>
internal sealed class BlockModel(int seed)
{
    private readonly Dictionary<int, int> _visits = [];

    public List<string> Said { get; } = [];

    public Running Start(Block block) => block switch
    {
        Block.Leaf leaf => new RunningLeaf(this, leaf),
        Block.Row row => new RunningRow(this, row),
        Block.Choice choice => Start(choice.Branches[Decide(seed, choice.Id, Visit(choice.Id), choice.Branches.Length)]),
        Block.Together together => new RunningTogether(this, together),
        Block.Race race => new RunningRace(this, race),
        Block.Loop loop => new RunningLoop(this, loop),
        Block.Inner inner => Start(inner.Body),
        _ => throw new InvalidOperationException(),
    };

    public int Visit(int id) => _visits[id] = _visits.GetValueOrDefault(id) + 1;

    /// <summary>What a step decides on its n-th visit; the engine's steps ask the same oracle.</summary>
    public static int Decide(int seed, int id, int visit, int options) =>
        (int)((uint)(((seed * 31) + id) * 2654435761L + (visit * 40503L)) % 7919u % (uint)options);

    public abstract class Running
    {
        public bool IsDone { get; protected set; }

        public abstract IEnumerable<int> Waiting();

        public abstract void Resume(int id);
    }

    private sealed class RunningLeaf : Running
    {
        private readonly BlockModel _model;
        private readonly Block.Leaf _leaf;

        public RunningLeaf(BlockModel model, Block.Leaf leaf)
        {
            _model = model;
            _leaf = leaf;
            if (!leaf.Waits) End();
        }

        public override IEnumerable<int> Waiting() => IsDone ? [] : [_leaf.Id];

        public override void Resume(int id) => End();

        private void End()
        {
            IsDone = true;
            _model.Said.Add($"s{_leaf.Id}");
        }
    }

    private sealed class RunningRow : Running
    {
        private readonly BlockModel _model;
        private readonly Block.Row _row;
        private int _at;
        private Running _now;

        public RunningRow(BlockModel model, Block.Row row)
        {
            _model = model;
            _row = row;
            _now = model.Start(row.Parts[0]);
            GoOn();
        }

        public override IEnumerable<int> Waiting() => _now.Waiting();

        public override void Resume(int id)
        {
            _now.Resume(id);
            GoOn();
        }

        private void GoOn()
        {
            while (_now.IsDone && ++_at < _row.Parts.Length) _now = _model.Start(_row.Parts[_at]);
            IsDone = _now.IsDone;
        }
    }

    private sealed class RunningTogether : Running
    {
        private readonly Running[] _branches;

        public RunningTogether(BlockModel model, Block.Together together)
        {
            _branches = Array.ConvertAll(together.Branches, model.Start);
            IsDone = Array.TrueForAll(_branches, b => b.IsDone);
        }

        public override IEnumerable<int> Waiting() => _branches.SelectMany(b => b.Waiting());

        public override void Resume(int id)
        {
            _branches.First(b => b.Waiting().Contains(id)).Resume(id);
            IsDone = Array.TrueForAll(_branches, b => b.IsDone);
        }
    }

    private sealed class RunningRace : Running
    {
        private readonly Running[] _branches;

        public RunningRace(BlockModel model, Block.Race race) => _branches = Array.ConvertAll(race.Branches, b => model.Start(Gated(race, b)));

        public override IEnumerable<int> Waiting() => IsDone ? [] : _branches.SelectMany(b => b.Waiting());

        public override void Resume(int id)
        {
            var branch = _branches.First(b => b.Waiting().Contains(id));
            branch.Resume(id);
            IsDone = branch.IsDone;
        }

        /// <summary>Every branch of a race begins with a wait, so that who is first does not depend on the order of starting.</summary>
        private static Block Gated(Block.Race race, Block branch) => new Block.Row(0, [new Block.Leaf(Gate(race.Id, branch.Id), Waits: true), branch]);
    }

    public static int Gate(int race, int branch) => 1_000_000 + (race * 1000) + branch;

    private sealed class RunningLoop : Running
    {
        private readonly BlockModel _model;
        private readonly Block.Loop _loop;
        private Running _now;

        public RunningLoop(BlockModel model, Block.Loop loop)
        {
            _model = model;
            _loop = loop;
            _now = model.Start(loop.Body);
            GoOn();
        }

        public override IEnumerable<int> Waiting() => _now.Waiting();

        public override void Resume(int id)
        {
            _now.Resume(id);
            GoOn();
        }

        private void GoOn()
        {
            while (_now.IsDone && Decide(0, _loop.Id, _model.Visit(_loop.Id), 3) != 0) _now = _model.Start(_loop.Body);
            IsDone = _now.IsDone;
        }
    }
}
