using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FondsWorkflow.Banking;

/// <summary>
/// Reads what banks send, and nothing else: no DTD, no entities, no external files, bounded size, depth and number of elements.
/// Namespaces are dropped, because real replies come without, or with a slightly different one.
/// </summary>
internal static class BankXml
{
    private const long MaxBytes = 150_000_000;
    private const int MaxDepth = 64;
    private const int MaxElements = 3_000_000;

    /// <summary>Far more than any text of these messages may have; what comes in pieces counts as one.</summary>
    private const int MaxText = 100_000;

    internal static Problem? Load(Stream stream, out XElement root)
    {
        root = new XElement("none");
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = false,
        };
        using var bytes = new BankBytes(stream, MaxBytes);
        try
        {
            using var reader = XmlReader.Create(bytes, settings);
            return Build(reader, root);
        }
        catch (XmlException e)
        {
            return bytes.AreTooMany ? new(ProblemCode.MessageTooLarge)
                : !root.HasElements && bytes.DeclareDocumentType ? new(ProblemCode.MessageHasDtd)
                : new(ProblemCode.MessageNotXml, e.LineNumber, e.LinePosition);
        }
    }

    internal static Problem Other(string expected, XElement root) =>
        new(ProblemCode.MessageOfOtherKind, expected, root.Elements().Elements().FirstOrDefault()?.Name.LocalName ?? "");

    private static Problem? Build(XmlReader reader, XElement root)
    {
        var (elements, current, text, chunk) = (0, root, new StringBuilder(), new char[1024]);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++elements > MaxElements) return new(ProblemCode.MessageTooLarge);
                    if (reader.Depth > MaxDepth) return new(ProblemCode.MessageTooDeep, MaxDepth);
                    var element = Element(reader);
                    Flush(text, current);
                    current.Add(element);
                    if (!reader.IsEmptyElement) current = element;
                    break;
                case XmlNodeType.EndElement:
                    Flush(text, current);
                    current = current.Parent!;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    if (!Append(reader, text, chunk)) return new(ProblemCode.MessageTooLarge);
                    break;
            }
        }

        return null;
    }

    private static bool Append(XmlReader reader, StringBuilder text, char[] chunk)
    {
        int read;
        while ((read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0 && text.Length <= MaxText) text.Append(chunk, 0, read);
        return text.Length <= MaxText;
    }

    /// <summary>Once per element: adding piece by piece would copy all that is there for every piece.</summary>
    private static void Flush(StringBuilder text, XElement element)
    {
        if (text.Length == 0) return;
        element.Add(text.ToString());
        text.Clear();
    }

    private static XElement Element(XmlReader reader)
    {
        var element = new XElement(reader.LocalName);
        if (reader.GetAttribute("Ccy") is { } currency) element.SetAttributeValue("Ccy", currency);
        return element;
    }
}
