using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Resources;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Writes the file with an assembly's texts in a further language, as the build makes it of <c>*.tr.resx</c>.</summary>
internal static class Satellite
{
    /// <param name="folder">Where the program lies.</param>
    /// <param name="of">The assembly that has the German texts.</param>
    /// <param name="language">For example <c>tr</c>.</param>
    /// <param name="texts">By name of the resource and key.</param>
    public static void Write(string folder, Assembly of, string language, params (string Resource, string Key, string Text)[] texts)
    {
        var (name, version) = (of.GetName().Name + ".resources", of.GetName().Version!);
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString(name + ".dll"), metadata.GetOrAddGuid(of.ManifestModule.ModuleVersionId), default, default);
        metadata.AddAssembly(metadata.GetOrAddString(name), version, metadata.GetOrAddString(language), default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var resources = new BlobBuilder();
        foreach (var table in texts.GroupBy(t => t.Resource, StringComparer.Ordinal))
        {
            metadata.AddManifestResource(ManifestResourceAttributes.Public, metadata.GetOrAddString($"{table.Key}.{language}.resources"), default, (uint)resources.Count);
            var content = Content(table);
            resources.WriteInt32(content.Length);
            resources.WriteBytes(content);
            resources.Align(8);
        }

        var file = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder(), managedResources: resources).Serialize(file);
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, language)).FullName, name + ".dll"), file.ToArray());
    }

    private static byte[] Content(IEnumerable<(string Resource, string Key, string Text)> texts)
    {
        using var stream = new MemoryStream();
        using (var writer = new ResourceWriter(stream))
        {
            foreach (var (_, key, text) in texts)
            {
                writer.AddResource(key, text);
            }

            writer.Generate();
            return stream.ToArray();
        }
    }
}
