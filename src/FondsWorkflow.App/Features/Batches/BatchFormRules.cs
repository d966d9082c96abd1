using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Features.Batches;

/// <summary>Rules of files, days and acknowledgements around a batch; the batch's own are in the Fund.</summary>
internal static class BatchFormRules
{
    public static readonly Rule BankTakesIt = new("FB1", "A batch is prepared when no rule of the bank or of bookkeeping speaks against any of its payments.");

    public static readonly Rule DayIsReachable = new("FB2", "A batch is released while the bank can still execute it on its day.");

    public static readonly Rule SinglePaymentIsSeen = new("FB3", "A batch of one payment is released by somebody who knows that it must be handed in with verification of payee.");

    public static readonly Rule ExecutedInThePast = new("FB4", "Execution is recorded for a day between preparation and today.");

    public static readonly Rule BankKeepsItsDay = new("FB7", "An execution before the day in the payment file is booked only when somebody says that the statement names it; a finance system chooses the day itself.");

    public static readonly Rule OneFilePays = new("FB5", "Where the finance system pays there is no file for the bank.");

    public static readonly Rule CodeIsABanks = new("FB6", "A bank's code is up to four capital letters and digits (ISO 20022, external codes).");
}
