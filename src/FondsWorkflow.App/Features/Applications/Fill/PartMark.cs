using System.Security.Cryptography;
using System.Text.Json;
using FondsWorkflow.App.Data;
using FondsWorkflow.Fund.Applications;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>A short mark of what a part of the form says, so that two devices do not overwrite each other's work on the same part, and may work on different ones.</summary>
internal static class PartMark
{
    private const int Length = 16;

    public static string Of(ApplicationForm form, FormPart part)
        => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(ContentOf(form, part), Conversions.Json)))[..Length];

    /// <summary>True when nobody wrote into the part.</summary>
    public static bool IsEmpty(ApplicationForm form, FormPart part) => Of(form, part) == Of(ApplicationForm.Empty, part);

    private static object ContentOf(ApplicationForm form, FormPart part) => part switch
    {
        FormPart.Who => form.Who,
        FormPart.Project => form.Project,
        FormPart.PlaceAndTime => form.PlaceAndTime,
        FormPart.Costs => form.Costs,
        FormPart.Financing => form.Financing,
        FormPart.Declarations => form.Declarations,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No part of the form."),
    };
}
