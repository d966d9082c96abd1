Console.WriteLine("FondsWorkflow.Benchmarks");
