/** A shell sentence in both languages at once, for places that keep a Text and show it later. */
import type { Text } from '../../wire';
import type { Holes } from './index';
import { shellEn } from './shell.en';
import { shellVi, type ShellKey } from './shell.vi';

/** Both versions of a sentence with its holes filled; numbers are passed as text. */
export function textOfKey(key: ShellKey, holes: Holes = {}): Text {
  const fill = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(holes[name] ?? whole));
  return { vi: fill(shellVi[key]), en: fill(shellEn[key]) };
}
