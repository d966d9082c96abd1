using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FondsWorkflow.App.Data;

/// <summary>A query of every command: translated once per model (each database has its own) and not looked up anew each time.</summary>
/// <param name="compile">Compiles it, with <see cref="EF"/>.</param>
internal sealed class CompiledQuery<TQuery>(Func<TQuery> compile)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];

    public TQuery For(FondsDb db) => _compiled.GetValue(db.Model, _ => compile());
}
