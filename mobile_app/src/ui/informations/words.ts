/** The words of information that an officer registers, in the language of the screen. */
import type { QueuedInformation } from '../../domain/informations';
import { needsAttention, waitsOf } from '../../domain/informations';
import type { Tone } from '../parts';
import { catalogue } from '../words';
import { informationsEn } from '../words/informations.en';
import { informationsVi, type InformationsKey } from '../words/informations.vi';

export const t = catalogue(informationsVi, informationsEn);

/** A state that the server tells, in words; the word itself if this app does not know it yet. */
export function stateWords(state: string): string {
  const key = `informations.state_${state}`;
  return key in informationsVi ? t(key as InformationsKey) : state;
}

/** Where something that was sent from here, or is to be, stands. */
export function hereOf(one: QueuedInformation): { words: string; tone: Tone } {
  if (one.state === 'refused') return { words: t('informations.here_refused'), tone: 'danger' };
  if (one.state === 'waiting') return { words: t('informations.here_waiting'), tone: 'warning' };
  const number = one.number ?? '';
  const count = waitsOf(one);
  if (needsAttention(one)) return { words: t('informations.here_photo_wrong', { number }), tone: 'danger' };
  if (count > 0) return { words: t('informations.here_photos', { number, count }), tone: 'warning' };
  return { words: t('informations.here_registered', { number }), tone: 'good' };
}
