namespace FondsWorkflow.App.Hosting;

/// <summary>Everything an installation may set, section <c>Fonds</c> of the configuration (environment: <c>Fonds__Data</c> and so on). The README has the table.</summary>
internal sealed class FondsOptions
{
    /// <summary>Folder of the database file, the mails written as files and the logs. Relative paths of all settings count from the folder in which the program is started.</summary>
    public string Data { get; set; } = "data";

    /// <summary>PostgreSQL connection string; empty: SQLite in the data folder.</summary>
    public string Postgres { get; set; } = "";

    /// <summary>Folder with the city's seed files; empty: those shipped with the program.</summary>
    public string Seeds { get; set; } = "";

    /// <summary>Folder with the workflow definitions; empty: those shipped with the program.</summary>
    public string Workflows { get; set; } = "";

    /// <summary>Loads fictional sign-ins and shows a banner; switch off for a real city.</summary>
    public bool Demo { get; set; } = true;

    /// <summary>Address under which people reach the program, for links in mails; empty: the address it listens on.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Chromium for letters as PDF; absent: letters are HTML only, and the health page says so.</summary>
    public string Chromium { get; set; } = "/usr/bin/chromium";

    /// <summary>Whether this process runs the scheduled jobs.</summary>
    public bool Jobs { get; set; } = true;

    /// <summary>Crash tests only: where the process kills itself.</summary>
    public string? CrashAt { get; set; }

    public MailOptions Mail { get; set; } = new();
}

/// <summary>How mails leave the house.</summary>
internal sealed class MailOptions
{
    /// <summary>SMTP host; empty: mails are written as .eml files into the data folder.</summary>
    public string SmtpHost { get; set; } = "";

    public int SmtpPort { get; set; } = 587;

    public string SmtpUser { get; set; } = "";

    public string SmtpPassword { get; set; } = "";

    /// <summary>None, StartTls or Tls.</summary>
    public string SmtpSecurity { get; set; } = "StartTls";

    public string FromAddress { get; set; } = "verfuegungsfonds@demo.example";

    public string FromName { get; set; } = "Verfügungsfonds Bielefeld";
}
