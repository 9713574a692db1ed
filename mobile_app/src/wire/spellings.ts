/** What people write for whole words (backend/law/rules/finding.py). `make wire` writes it. */
export const SHORTENED: Partial<Record<string, string>> = {
  "ko": "không",
  "khg": "không",
  "hok": "không"
};
