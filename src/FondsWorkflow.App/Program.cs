using FondsWorkflow.App.Cli;

return await FondsCommandLine.Create(args).Parse(args).InvokeAsync();
