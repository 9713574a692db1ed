import { expect, test } from 'vitest';
import { OneScan, type Asked } from '../../../src/app/one-scan';
import type { Scanned } from '../../../src/domain/statements';
import type { PublicDocument } from '../../../src/wire';

test('a late answer about the paper before is not shown under a forged one', async () => {
  const answers = new Map<string, (paper: PublicDocument) => void>();
  const verdicts: Record<string, Scanned> = {
    good: { verdict: 'plain', code: 'GOOD' },
    forged: { verdict: 'forged', code: 'FORGED' },
  };
  const shown: (readonly [Scanned | null, Asked | null])[] = [];
  const scan = new OneScan(
    {
      judge: async (text) => verdicts[text] ?? { verdict: 'no_paper' },
      ask: async (code) => new Promise((tell) => answers.set(code, tell)),
    },
    (found, asked) => shown.push([found, asked]),
  );
  const first = scan.judge('good');
  await Promise.resolve();
  await Promise.resolve();
  expect(shown.at(-1)).toEqual([verdicts['good'], { state: 'asking' }]);
  scan.again();
  expect(shown.at(-1)).toEqual([null, null]);
  await scan.judge('forged');
  answers.get('GOOD')?.({ state: 'valid' } as PublicDocument);
  await first;
  expect(shown.at(-1)).toEqual([verdicts['forged'], null]);
});
