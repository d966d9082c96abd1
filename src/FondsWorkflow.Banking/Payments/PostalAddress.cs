namespace FondsWorkflow.Banking;

/// <summary>An address in parts, the only form every German bank takes.</summary>
/// <param name="Town">At most 35 characters.</param>
/// <param name="Country">ISO 3166 code of two letters.</param>
public sealed record PostalAddress(string Town, string Country)
{
    /// <summary>At most 70 characters, without the number.</summary>
    public string? Street { get; init; }

    /// <summary>At most 16 characters.</summary>
    public string? BuildingNumber { get; init; }

    /// <summary>At most 16 characters.</summary>
    public string? PostCode { get; init; }
}
