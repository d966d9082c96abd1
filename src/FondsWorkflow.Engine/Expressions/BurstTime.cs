using System.Globalization;
using Jint.Runtime;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>The clock scripts see: the instant of the burst, in the scope's zone.</summary>
internal sealed class BurstTime(ExpressionScope scope) : DefaultTimeSystem(scope.TimeZone, CultureInfo.InvariantCulture), ITimeSystem
{
    DateTimeOffset ITimeSystem.GetUtcNow() => scope.Now.ToUniversalTime();
}
