using FondsWorkflow.Fund.Applications;
using static FondsWorkflow.Fund.Tests.Applications.Sample;

namespace FondsWorkflow.Fund.Tests.Applications;

public class AttachmentTests
{
    [Fact]
    public void A_file_is_attached_once_per_purpose()
    {
        var draft = Draft();
        draft.Attach(Attachment(), Bielefeld.Guideline);

        var again = Refused(() => draft.Attach(Attachment() with { Id = Guid.Empty, FileName = "Kopie.pdf" }, Bielefeld.Guideline));
        draft.Attach(Attachment(kind: AttachmentKind.Quote, cost: 0), Bielefeld.Guideline);

        Assert.Equal(["A53 Attachment"], again);
        Assert.Equal(2, draft.Attachments.Count);
    }

    [Theory]
    [InlineData(0, "application/pdf", "A50")]
    [InlineData(10 * 1024 * 1024 + 1, "image/png", "A50")]
    [InlineData(10, "image/svg+xml", "A51")]
    public void Empty_large_and_unreadable_files_are_refused(long size, string type, string code)
        => Assert.Equal([$"{code} Attachment"], Refused(() => Draft().Attach(Attachment() with { Size = size, ContentType = type }, Bielefeld.Guideline)));

    [Fact]
    public void There_are_no_more_attachments_than_the_guideline_allows()
    {
        var draft = Draft();
        foreach (var id in Enumerable.Range(1, 30))
        {
            draft.Attach(Attachment(id), Bielefeld.Guideline);
        }

        Assert.Equal(["A52 Attachment"], Refused(() => draft.Attach(Attachment(31), Bielefeld.Guideline)));
    }

    [Fact]
    public void Receipts_come_after_the_grant_and_everything_else_while_the_form_is_open()
    {
        var application = Submitted();

        Assert.Equal(["A55 Attachment"], Refused(() => application.Attach(Attachment(), Bielefeld.Guideline)));
        Assert.Equal(["A55 Attachment"], Refused(() => application.Attach(Attachment(kind: AttachmentKind.Receipt), Bielefeld.Guideline)));
        application.Grant(Euro(400), Now);
        application.Attach(Attachment(kind: AttachmentKind.Receipt), Bielefeld.Guideline);

        Assert.Single(application.Attachments);
    }

    [Fact]
    public void A_submitted_attachment_can_not_be_removed()
    {
        var draft = Draft();
        draft.Attach(Attachment(1), Bielefeld.Guideline);
        draft.Attach(Attachment(2), Bielefeld.Guideline);
        draft.Detach(Attachment(2).Id, Now);
        draft.Submit(Number, Bielefeld.Guideline, Today, Now);

        Assert.Equal(["A55"], Refused(() => draft.Detach(Attachment(1).Id, Now)));
        Assert.Equal(["A54 AttachmentId"], Refused(() => draft.Detach(Attachment(2).Id, Now)));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Bilder\foto.jpg", "foto.jpg")]
    [InlineData("rech\u202egnung<script>.pdf", "rechgnung_script_.pdf")]
    [InlineData("..", "Anlage")]
    [InlineData("", "Anlage")]
    public void A_file_name_is_made_harmless(string given, string kept)
    {
        var draft = Draft();

        draft.Attach(Attachment(name: given), Bielefeld.Guideline);

        Assert.Equal(kept, draft.Attachments[0].FileName);
    }
}
