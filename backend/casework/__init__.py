"""Case files: acts, clocks, prefill, issued documents, public check, prior offences, exhibits, the file as one PDF."""
