using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using MediatR;

namespace FondsWorkflow.App.Features.Batches.Return;

/// <summary>The bank rejected one payment of the batch or sent its money back.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="PayoutId">The payout.</param>
/// <param name="Reason">The bank's reason in words, at most 500 characters; may be empty beside a code.</param>
/// <param name="Code">The bank's code, for example <c>AC04</c>; null when it gave none.</param>
internal sealed record ReturnPayment(Guid BatchId, Guid PayoutId, string Reason, string? Code = null) : ICommand<Unit>;

internal sealed class ReturnPaymentHandler(BatchDesk desk, BankAnswers answers) : IRequestHandler<ReturnPayment, Unit>
{
    private const int LongestCode = 4;

    public async Task<Unit> Handle(ReturnPayment request, CancellationToken cancellationToken)
    {
        Require.At(nameof(request.Code), string.IsNullOrWhiteSpace(request.Code) || (request.Code.Length <= LongestCode && request.Code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))), BatchFormRules.CodeIsABanks);
        var open = await desk.OpenAsync(request.BatchId, cancellationToken);
        var payout = open.Payouts.FirstOrDefault(p => p.Id == request.PayoutId) ?? throw new NotFoundException();
        await answers.ReturnedAsync(open, payout, new BankReason(request.Code, request.Reason), cancellationToken);
        return Unit.Value;
    }
}

internal sealed class ReturnPaymentEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<ReturnPayment, Unit>("batches/return-payment", Policies.Finance);
}
