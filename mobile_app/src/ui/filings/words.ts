/** The words of documents obtained on site, in the language of the screen. */
import type { LocalFiled } from '../../domain/filings';
import type { Tone } from '../parts';
import { catalogue } from '../words';
import { filingsEn } from '../words/filings.en';
import { filingsVi } from '../words/filings.vi';

export const t = catalogue(filingsVi, filingsEn);

/** Where a document stands, in one phrase. "Struck out" takes precedence. */
export function stateOf({ mine, told, act, struck }: LocalFiled): { words: string; tone: Tone } {
  if (struck !== null) return { words: t('filings.struck'), tone: 'info' };
  if (told?.quarantine || act?.state === 'held') return { words: t('filings.state_held'), tone: 'warning' };
  if (told?.stored_at) return { words: t('filings.state_stored'), tone: 'good' };
  if (mine === null) return { words: t('filings.state_theirs', { name: told?.officer_name ?? '' }), tone: 'info' };
  switch (mine.state) {
    case 'waiting':
      return { words: t('filings.state_waiting'), tone: 'warning' };
    case 'sending':
      return { words: t('filings.state_sending', { percent: Math.floor((100 * mine.sentBytes) / Math.max(1, mine.size)) }), tone: 'info' };
    case 'sent':
      return { words: t('filings.state_sent'), tone: 'info' };
    case 'stored':
      return { words: t('filings.state_stored'), tone: 'good' };
    case 'parked':
      return { words: t('filings.state_parked'), tone: 'danger' };
  }
}
