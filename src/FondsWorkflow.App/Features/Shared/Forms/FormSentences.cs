using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Features.Shared.Forms;

/// <summary>Puts the sentences of <c>Resources/Forms.resx</c> where ASP.NET Core would speak English: wrong types and validation attributes.</summary>
internal sealed class FormSentences(Texts texts) : IValidationMetadataProvider, IConfigureOptions<MvcOptions>, IConfigureOptions<MvcDataAnnotationsLocalizationOptions>
{
    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new FieldNames(texts));
        options.ModelMetadataDetailsProviders.Add(this);
        options.ModelBinderProviders.Insert(0, new TypedTextBinders(texts));
        var say = options.ModelBindingMessageProvider;
        say.SetAttemptedValueIsInvalidAccessor((_, field) => texts["Forms.Invalid", field]);
        say.SetUnknownValueIsInvalidAccessor(field => texts["Forms.Invalid", field]);
        say.SetValueIsInvalidAccessor(_ => texts["Forms.InvalidHere"]);
        say.SetValueMustBeANumberAccessor(field => texts["Forms.Number", field]);
        say.SetValueMustNotBeNullAccessor(_ => texts["Forms.RequiredHere"]);
        say.SetMissingBindRequiredValueAccessor(field => texts["Forms.Required", field]);
        say.SetMissingKeyOrValueAccessor(() => texts["Forms.RequiredHere"]);
        say.SetMissingRequestBodyRequiredValueAccessor(() => texts["Forms.RequiredHere"]);
        say.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["Forms.InvalidHere"]);
        say.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Forms.InvalidHere"]);
        say.SetNonPropertyValueMustBeANumberAccessor(() => texts["Forms.NumberHere"]);
    }

    public void Configure(MvcDataAnnotationsLocalizationOptions options)
        => options.DataAnnotationLocalizerProvider = (_, _) => new TextLocalizer(texts);

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null || texts.Find(attribute.ErrorMessage) is null)
            {
                attribute.ErrorMessage = KeyOf(attribute);
            }
        }
    }

    private static string KeyOf(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "Forms.Required",
        StringLengthAttribute or MaxLengthAttribute or LengthAttribute => "Forms.TooLong",
        MinLengthAttribute => "Forms.TooShort",
        RangeAttribute => "Forms.Range",
        EmailAddressAttribute => "Forms.Email",
        CompareAttribute => "Forms.Same",
        _ => "Forms.Invalid",
    };

    private sealed class TextLocalizer(Texts texts) : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, texts[name]);

        public LocalizedString this[string name, params object[] arguments] => new(name, texts[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
