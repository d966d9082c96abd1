using System.Xml;

namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Takes characters out that XML can't hold.</summary>
internal static class XmlText
{
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var clean = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return clean.ToString();
    }

    private static bool IsClean(string text) => text.All(c => !char.IsSurrogate(c) && XmlConvert.IsXmlChar(c));
}
