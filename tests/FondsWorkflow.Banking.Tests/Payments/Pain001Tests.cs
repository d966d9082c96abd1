using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace FondsWorkflow.Banking.Tests.Payments;

public class Pain001Tests
{
    public static TheoryData<string> Cases => [.. Files.Keys];

    private static Dictionary<string, PaymentFile> Files { get; } = new()
    {
        ["two-payments"] = Samples.File(),
        ["umlauts-kept"] = Samples.File() with { Profile = SepaProfile.KeepUmlauts },
        ["one-payment-verified"] = Samples.File(Samples.Payment()) with { Verification = VerificationOfPayee.Requested },
        ["two-collections"] = Samples.FileOf(
            Samples.Collection(Samples.Payment(1), Samples.Payment(2)) with { BatchBooking = false, PayerBic = Bic.Parse("MARKDEF1100") },
            Samples.Collection(Samples.Payment(3, 1)) with { Id = MessageId.For(2026, 17).Collection(2), BatchBooking = null, ExecutionDate = new(2026, 11, 30) }),
        ["outside-the-eea"] = Samples.FileOf(Samples.Collection(
            Samples.Payment(1),
            Samples.Payment(2) with { PayeeIban = Samples.Swiss, PayeeBic = Bic.Parse("POFICHBEXXX"), PayeeAddress = new("Zürich", "CH") { PostCode = "8001" } }) with { PayerAddress = Samples.CityAddress }),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_file_is_written_as_its_golden_file(string name)
    {
        var bytes = Samples.Bytes(Files[name]);

        Golden.Matches($"pain.001.{name}.xml", bytes);
        Assert.Equal(Reread.FactsOf(Files[name]), Reread.Of(bytes).Facts);
    }

    [SharedTheory("xsd")]
    [MemberData(nameof(Cases))]
    public void A_golden_file_follows_the_schema(string name) => Assert.Empty(Complaints(Samples.Bytes(Files[name])));

    [SharedFact("xsd")]
    public void Any_file_that_is_written_follows_the_schema() =>
        AnyPayments.Files.Sample(file => Assert.Empty(Complaints(Samples.Bytes(file))));

    [Fact]
    public void The_summary_says_what_the_bytes_hold()
    {
        var (summary, bytes) = Samples.Written(Samples.File(Samples.Payment(1, 1), Samples.Payment(2, 1999)));

        Assert.Equal(2, summary.Count);
        Assert.Equal("20,00 €", summary.Total.ToString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), summary.Sha256);
    }

    [Fact]
    public void A_file_at_every_limit_is_taken()
    {
        var swiss = Samples.Payment(1, 99_999_999_999) with
        {
            PayeeIban = Samples.Swiss,
            PayeeName = new('a', 70),
            Remittance = new('b', 140),
            PayeeAddress = new(new('c', 35), "CH") { Street = new('d', 70), BuildingNumber = new('1', 16), PostCode = new('2', 16) },
        };
        var file = Samples.FileOf(Samples.Collection(swiss, Samples.Payment(2, 1) with { Remittance = " " }) with { PayerAddress = Samples.CityAddress, PayerName = new('e', 70) });

        Assert.Empty(Pain001.Check(file with { InitiatingParty = new('f', 70) }));
    }

    [Theory]
    [InlineData("2026-11-24T00:30:00+01:00")]
    [InlineData("2026-11-24T23:30:00+01:00")]
    [InlineData("2026-11-23T23:30:00+00:00")]
    [InlineData("2026-11-24T22:59:59+00:00")]
    public void A_file_may_be_executed_on_the_german_day_it_is_made(string made)
    {
        var file = Samples.FileOf(Samples.Collection(Samples.Payment(1), Samples.Payment(2)) with { ExecutionDate = new(2026, 11, 24) });

        Assert.Empty(Pain001.Check(file with { CreatedAt = DateTimeOffset.Parse(made, CultureInfo.InvariantCulture) }));
    }

    [Fact]
    public void A_file_of_the_next_german_day_is_too_late()
    {
        var file = Samples.FileOf(Samples.Collection(Samples.Payment(1), Samples.Payment(2)) with { ExecutionDate = new(2026, 11, 24) });

        var problem = Assert.Single(Pain001.Check(file with { CreatedAt = new(2026, 11, 24, 23, 0, 0, TimeSpan.Zero) }));

        Assert.Equal(ProblemCode.DatePast, problem.Problem.Code);
    }

    [Theory]
    [InlineData("Gartengruppe", "DE89123456781049638712", "")]
    [InlineData("Сад", "TR330006100519786457841326", "PayeeName NameLosesLetters, PayeeIban AccountNotSepa")]
    [InlineData("", "DE87200500001234567890", "PayeeName NameMissing, PayeeIban PayeeIsPayer")]
    [InlineData("", null, "PayeeName NameMissing")]
    public void A_payee_is_checked_before_there_is_a_file(string name, string? account, string problems) =>
        Assert.Equal(problems, string.Join(", ", Pain001.CheckPayee(name, account is null ? null : Iban.Parse(account), Samples.City, SepaProfile.Transliterate).Select(p => $"{p.Field} {p.Problem.Code}")));

    [Fact]
    public void A_file_begins_without_byte_order_mark() => Assert.Equal((byte)'<', Samples.Bytes(Samples.File())[0]);

    [Fact]
    public void A_refused_file_leaves_the_stream_empty()
    {
        using var stream = new MemoryStream();

        var refused = Assert.Throws<PaymentsRefusedException>(() => Pain001.Write(Samples.File(Samples.Payment(cents: 0)), stream));

        Assert.Equal(0, stream.Length);
        Assert.Contains("Auszahlung BAU-2026-0001, Betrag: Der Betrag 0,00 € kann nicht überwiesen werden.", refused.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Payments_that_change_between_check_and_writing_are_found(bool text)
    {
        var reads = 0;
        IEnumerable<Payment> Moody()
        {
            reads++;
            yield return Samples.Payment(1);
            yield return text ? Samples.Payment(2) with { Remittance = new('x', 140 * reads) } : Samples.Payment(2, reads);
        }

        var file = Samples.FileOf(new PaymentInformation(MessageId.For(2026, 1), Samples.Day, "Stadt", Samples.City, Moody()));

        Assert.Throws<InvalidOperationException>(() => Samples.Bytes(file));
    }

    [Fact]
    public void Remarks_show_what_the_bank_gets_instead()
    {
        var remarks = Pain001.Remarks(Samples.File(Samples.Payment(1) with { Remittance = "Fest 🎉" }, Samples.Payment(2) with { Remittance = "Fest" })).ToList();

        var remark = Assert.Single(remarks);
        Assert.Equal(("BAU-2026-0001", PaymentField.Remittance, "Fest"), (remark.Payout, remark.Field, remark.Sent.Value));
    }

    [Fact]
    public void Any_file_adds_up_to_the_cent_and_reads_back_the_same() =>
        AnyPayments.Files.Sample(file =>
        {
            var (summary, bytes) = Samples.Written(file);

            var read = Reread.Of(bytes);

            Assert.Equal(Reread.FactsOf(file), read.Facts);
            Assert.Equal((file.Collections.Sum(c => c.Payments.Count()), read.Rows.Sum(r => r.Amount)), (summary.Count, summary.Total.Euro));
        });

    [Fact]
    public void A_payout_with_any_text_is_written_or_refused()
    {
        var (written, refused) = (0, 0);
        Gen.Select(AnyPayments.Text, AnyPayments.Text, AnyPayments.Amount, Gen.Enum<SepaProfile>()).Sample((name, text, amount, profile) =>
        {
            var file = Samples.File(Samples.Payment(1) with { PayeeName = name, Remittance = text, Amount = amount }, Samples.Payment(2)) with { Profile = profile };
            if (Pain001.Check(file).Count > 0)
            {
                Interlocked.Increment(ref refused);
                return;
            }

            Assert.Equal(Reread.FactsOf(file), Reread.Of(Samples.Bytes(file)).Facts);
            Interlocked.Increment(ref written);
        }, iter: 1000);

        Assert.True(written > 500, $"only {written} files were written");
        Assert.True(refused > 20, $"only {refused} files were refused");
    }

    [Fact]
    public void A_split_keeps_all_payments_and_never_leaves_one_behind() =>
        Gen.Int[0, 5000].Select(Gen.Int[3, 600]).Sample((count, limit) =>
        {
            var parts = PaymentSplit.Into([.. Enumerable.Range(0, count)], limit);
            return parts.SelectMany(p => p).SequenceEqual(Enumerable.Range(0, count))
                && parts.All(p => p.Count <= limit)
                && (count == 1 || parts.All(p => p.Count > 1));
        });

    [Fact]
    public void A_duplicate_among_many_is_found_wherever_it_stands() =>
        Gen.Int[0, 4999].Select(Gen.Int[0, 4999]).Where((a, b) => a != b).Sample((first, second) =>
        {
            var payments = Enumerable.Range(1, 5000).Select(i => Samples.Payment(i)).ToArray();
            payments[second] = payments[second] with { Id = payments[first].Id };

            var problem = Assert.Single(Pain001.Check(Samples.File(payments)));

            Assert.Equal((payments[Math.Max(first, second)].Payout, PaymentField.EndToEndId), (problem.Payout, problem.Field));
        }, iter: 5);

    [Fact]
    public void The_text_in_the_file_is_utf8()
    {
        var text = Encoding.UTF8.GetString(Samples.Bytes(Files["umlauts-kept"]));

        Assert.Contains("<Ustrd>Verfügungsfonds BAU-2026-0001</Ustrd>", text);
    }

    private static IReadOnlyList<string> Complaints(byte[] bytes) => Schemas.Complaints("pain.001.001.09", bytes);
}
