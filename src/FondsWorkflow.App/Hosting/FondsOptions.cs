namespace FondsWorkflow.App.Hosting;

/// <summary>Everything an installation may set, section <c>Fonds</c> of the configuration (environment: <c>Fonds__Data</c> and so on). The README has the table.</summary>
internal sealed class FondsOptions
{
    /// <summary>Folder of the database file, the mails written as files and the logs. Relative paths count from the content root.</summary>
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

    public BankOptions Bank { get; set; } = new();
}

/// <summary>The account the fund pays from, and what its bank expects.</summary>
internal sealed class BankOptions
{
    /// <summary>Holder of the account, at most 70 characters.</summary>
    public string Name { get; set; } = "Stadt Bielefeld";

    /// <summary>The account. The shipped one belongs to no bank.</summary>
    public string Iban { get; set; } = "DE89123456781049638712";

    /// <summary>Only when the bank asks for it.</summary>
    public string Bic { get; set; } = "";

    /// <summary>Until when (German time) the bank still executes a file on the same day.</summary>
    public TimeOnly CutOff { get; set; } = new(14, 0);

    /// <summary>Whether the bank compares names and accounts: <c>Requested</c> (EBICS CTV) or <c>OptOut</c> (CCT). A file of one payment is always verified.</summary>
    public Banking.VerificationOfPayee Verification { get; set; } = Banking.VerificationOfPayee.Requested;

    /// <summary><c>Transliterate</c>, or <c>KeepGerman</c> when the bank takes umlauts.</summary>
    public Banking.SepaProfile Characters { get; set; }

    /// <summary>Bookkeeping profile of the CSV: one of those shipped with FondsWorkflow.Banking.</summary>
    public string ExportProfile { get; set; } = "csv-generic";
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
