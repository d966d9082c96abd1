namespace FondsWorkflow.Engine.Execution;

/// <summary>Finds variables from a frame outward: loop variables and those of Flowcharts and Sequences, then the workflow's own.</summary>
internal sealed class VariableStore(WorkflowProgram program, WorkflowSnapshot state)
{
    public bool TryGet(Frame frame, string name, out object? value)
    {
        if (TryFind(frame, name, out var map, out var id)) return map.TryGetValue(id, out value);
        value = null;
        return false;
    }

    public bool TryGetById(Frame frame, string id, out object? value)
    {
        for (var f = frame; f is not null; f = f.Parent)
        {
            if (f.Variables is not null && f.Variables.TryGetValue(id, out value)) return true;
        }

        return state.VariableMap.TryGetValue(id, out value);
    }

    public void Set(Frame frame, string name, object? value)
    {
        if (TryFind(frame, name, out var map, out var id)) map[id] = Fit(frame, id, value);
        else state.VariableMap[name] = value;
    }

    /// <summary>Sets a variable by id.</summary>
    /// <returns>False when there is none.</returns>
    public bool SetById(Frame frame, string id, object? value)
    {
        for (var f = frame; f is not null; f = f.Parent)
        {
            if (f.Variables is null || !f.Variables.ContainsKey(id)) continue;
            f.Variables[id] = Fit(frame, id, value);
            return true;
        }

        if (!state.VariableMap.ContainsKey(id)) return false;
        state.VariableMap[id] = Fit(frame, id, value);
        return true;
    }

    public IEnumerable<string> Names(Frame frame)
    {
        for (var f = frame; f is not null; f = f.Parent)
        {
            if (f.Variables is not null) return AllNames(frame);
        }

        return state.VariableMap.Count == program.VariableNames.Length ? program.VariableNames : AllNames(frame);
    }

    private object? Fit(Frame frame, string id, object? value)
    {
        for (var f = frame; f is not null; f = f.Parent)
        {
            if (Array.Find(f.Node.Variables, v => string.Equals(v.Id, id, StringComparison.Ordinal)) is { } inner) return VariableDefaults.Fit(inner.Kind, value);
        }

        return Array.Find(program.Variables, v => string.Equals(v.Id, id, StringComparison.Ordinal)) is { } own ? VariableDefaults.Fit(own.Kind, value) : value;
    }

    private IEnumerable<string> AllNames(Frame frame)
    {
        for (var f = frame; f is not null; f = f.Parent)
        {
            if (f.Variables is null) continue;
            foreach (var id in f.Variables.Keys) yield return NameOf(f.Node.Variables, id);
        }

        foreach (var id in state.VariableMap.Keys) yield return NameOf(program.Variables, id);
    }

    private bool TryFind(Frame frame, string name, out Dictionary<string, object?> map, out string id)
    {
        for (var f = frame; f is not null; f = f.Parent)
        {
            if (f.Variables is null) continue;
            id = IdOf(f.Node.Variables, name);
            map = f.Variables;
            if (map.ContainsKey(id)) return true;
        }

        id = IdOf(program.Variables, name);
        map = state.VariableMap;
        return map.ContainsKey(id);
    }

    private static string IdOf(Variable[] variables, string name)
    {
        foreach (var variable in variables)
        {
            if (string.Equals(variable.Name, name, StringComparison.Ordinal)) return variable.Id;
        }

        return name;
    }

    private static string NameOf(Variable[] variables, string id)
    {
        foreach (var variable in variables)
        {
            if (string.Equals(variable.Id, id, StringComparison.Ordinal)) return variable.Name;
        }

        return id;
    }
}
