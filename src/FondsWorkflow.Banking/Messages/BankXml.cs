using System.Xml;
using System.Xml.Linq;

namespace FondsWorkflow.Banking;

/// <summary>
/// Reads what banks send, and nothing else: no DTD, no entities, no external files, bounded size, depth and number of elements.
/// Namespaces are dropped, because real replies come without, or with a slightly different one.
/// </summary>
internal static class BankXml
{
    private const long MaxCharacters = 150_000_000;
    private const int MaxDepth = 64;
    private const int MaxElements = 3_000_000;

    internal static Problem? Load(Stream stream, out XElement root)
    {
        root = new XElement("none");
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = false,
        };
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            return Build(reader, root);
        }
        catch (XmlException e)
        {
            return Explain(e);
        }
    }

    internal static Problem Other(string expected, XElement root) =>
        new(ProblemCode.MessageOfOtherKind, expected, root.Elements().Elements().FirstOrDefault()?.Name.LocalName ?? "");

    private static Problem? Build(XmlReader reader, XElement root)
    {
        var elements = 0;
        var current = root;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++elements > MaxElements) return new(ProblemCode.MessageTooLarge);
                    if (reader.Depth > MaxDepth) return new(ProblemCode.MessageTooDeep, MaxDepth);
                    var element = Element(reader);
                    current.Add(element);
                    if (!reader.IsEmptyElement) current = element;
                    break;
                case XmlNodeType.EndElement:
                    current = current.Parent!;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    current.Add(reader.Value);
                    break;
            }
        }

        return null;
    }

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(reader.LocalName);
        if (reader.GetAttribute("Ccy") is { } currency) element.SetAttributeValue("Ccy", currency);
        return element;
    }

    private static Problem Explain(XmlException e) =>
        e.Message.Contains("DTD", StringComparison.Ordinal) ? new(ProblemCode.MessageHasDtd)
        : e.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal) ? new(ProblemCode.MessageTooLarge)
        : new(ProblemCode.MessageNotXml, e.LineNumber, e.LinePosition);
}
