namespace FondsWorkflow.Banking;

/// <summary>Finds the texts that change on their way to the bank.</summary>
internal static class PaymentRemarks
{
    internal static IEnumerable<PaymentRemark> Of(PaymentFile file) =>
        Texts(file)
            .Select(t => new PaymentRemark(t.Payout, t.Field, t.Text, SepaText.Map(t.Text, file.Profile)))
            .Where(remark => remark.Sent.Changes.Count > 0);

    private static IEnumerable<(string? Payout, PaymentField Field, string Text)> Texts(PaymentFile file)
    {
        yield return (null, PaymentField.InitiatingParty, file.InitiatingParty);
        foreach (var collection in file.Collections)
        {
            yield return (null, PaymentField.PayerName, collection.PayerName);
            foreach (var part in Parts(collection.PayerAddress)) yield return (null, PaymentField.PayerAddress, part);
            foreach (var payment in collection.Payments)
            {
                yield return (payment.Payout, PaymentField.PayeeName, payment.PayeeName);
                yield return (payment.Payout, PaymentField.Remittance, payment.Remittance);
                foreach (var part in Parts(payment.PayeeAddress)) yield return (payment.Payout, PaymentField.PayeeAddress, part);
            }
        }
    }

    private static IEnumerable<string> Parts(PostalAddress? address) =>
        address is null ? [] : new[] { address.Street, address.BuildingNumber, address.PostCode, address.Town }.OfType<string>();
}
