"""Case files: acts, clocks, prefill, drafts, issued papers, public check, prior offences, exhibits, the file as PDF."""
