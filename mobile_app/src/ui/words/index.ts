/** Words in two languages, typed: a key that is missing in either is an error of the compiler, not a hole on a screen.
 *
 * A catalogue belongs to a bundle: the shell's comes with the first load, a lazily loaded part brings its own
 * (`export const t = catalogue(visitVi, visitEn)`).
 */
import { signal } from '@preact/signals';
import type { Text } from '../../wire';
import { shellEn } from './shell.en';
import { shellVi } from './shell.vi';

export type Language = 'vi' | 'en';

/** The language of all words now; the app frame keeps it equal to the officer's setting. Components that read it re-render. */
export const language = signal<Language>('vi');

/** Values for the named holes of a sentence: `{count} ảnh`. */
export type Holes = Record<string, string | number>;

/** What a hole is filled with: numbers are written as the language writes them, text stands as it is. */
function fill(sentence: string, holes: Holes): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = holes[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : value;
  });
}

/** Binds two equal sets of words to a function `t(key, holes)`. English wants the plural told apart: a sentence may hold
 * `one|many`, chosen by the hole `count`; Vietnamese does not inflect and needs no bar. */
export function catalogue<Key extends string>(vi: Record<Key, string>, en: Record<Key, string>): (key: Key, holes?: Holes) => string {
  const sets = { vi, en };
  return (key, holes = {}) => {
    const sentence: string = sets[language.value][key];
    const bar = sentence.indexOf('|');
    if (bar < 0) return fill(sentence, holes);
    return fill(holes.count === 1 ? sentence.slice(0, bar) : sentence.slice(bar + 1), holes);
  };
}

/** The shell's words. */
export const t = catalogue(shellVi, shellEn);

/** A sentence that came from the server or the engine in both languages, in the one that is read here. */
export function say(text: Text): string {
  return text[language.value];
}

const locale = (): string => (language.value === 'vi' ? 'vi-VN' : 'en-GB');

/** An integer or decimal as the language groups it: 1.234.567 or 1,234,567. */
export function number(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value);
}

/** Bytes in the unit that a person reads: kB, MB, GB of 1000. */
export function bytes(value: number): string {
  if (value < 1000) return `${number(value)}\u00a0B`;
  const steps = ['kB', 'MB', 'GB', 'TB'];
  let size = value / 1000;
  let step = 0;
  while (size >= 1000 && step < steps.length - 1) {
    size /= 1000;
    step += 1;
  }
  return `${number(size >= 10 ? Math.round(size) : size)}\u00a0${steps[step]}`;
}

/** Đồng, without decimals. */
export function money(value: number): string {
  return `${number(value)}\u00a0₫`;
}

/** Day and minute of an RFC 3339 time, in the phone's zone; the text itself where it is no time. */
export function dayTime(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  return new Intl.DateTimeFormat(locale(), { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(time);
}

/** A day: of a date (2026-11-24, no zone) or of a time. */
export function day(at: string): string {
  const time = new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00` : at);
  if (Number.isNaN(time.getTime())) return at;
  return new Intl.DateTimeFormat(locale(), { day: '2-digit', month: '2-digit', year: 'numeric' }).format(time);
}

/** Only hours and minutes. */
export function clock(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(time);
}

/** A span of milliseconds in words: "2 giờ 5 phút"; the sign is dropped. */
export function span(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts: string[] = [];
  if (days > 0) parts.push(t('span.days', { count: days }));
  if (hours > 0) parts.push(t('span.hours', { count: hours }));
  if (days === 0 && (minutes % 60 > 0 || parts.length === 0)) parts.push(t('span.minutes', { count: minutes % 60 }));
  return parts.join(' ');
}
