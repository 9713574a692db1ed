/** A shell text in both languages, for places that store a Text and show it later. */
import type { Text } from '../../wire';
import type { Holes } from './index';
import { shellEn } from './shell.en';
import { shellVi, type ShellKey } from './shell.vi';

/** Both versions of a text with its placeholders filled. Numbers are not formatted: pass
 * them as text. */
export function textOfKey(key: ShellKey, holes: Holes = {}): Text {
  const fill = (sentence: string): string => sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(holes[name] ?? whole));
  return { vi: fill(shellVi[key]), en: fill(shellEn[key]) };
}
