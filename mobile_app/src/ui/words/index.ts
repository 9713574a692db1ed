/** Texts in two languages. They are typed: a key that is missing in either is a compiler error, not
 * a gap on a screen.
 *
 * A catalogue belongs to a bundle. The shell's comes with the first load; a lazily loaded part has
 * its own (`export const t = catalogue(visitVi, visitEn)`).
 */
import { signal } from '@preact/signals';
import type { Text } from '../../wire';
import { shellEn } from './shell.en';
import { shellVi } from './shell.vi';

export type Language = 'vi' | 'en';

/** The present language of all texts. The app frame keeps it equal to the officer's setting.
 * Components that read it render again when it changes. */
export const language = signal<Language>('vi');

/** Values for the named placeholders of a text: `{count} ảnh`. */
export type Holes = Record<string, string | number>;

/** Fills the placeholders: numbers are formatted for the language, text is inserted unchanged. */
function fill(sentence: string, holes: Holes): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = holes[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : value;
  });
}

/** Combines two sets of texts with the same keys into a function `t(key, holes)`. English
 * distinguishes the plural: a text may be `one|many`, chosen by the placeholder `count`.
 * Vietnamese does not inflect and needs no bar. */
export function catalogue<Key extends string>(vi: Record<Key, string>, en: Record<Key, string>): (key: Key, holes?: Holes) => string {
  const sets = { vi, en };
  return (key, holes = {}) => {
    const sentence: string = sets[language.value][key];
    const bar = sentence.indexOf('|');
    if (bar < 0) return fill(sentence, holes);
    return fill(holes.count === 1 ? sentence.slice(0, bar) : sentence.slice(bar + 1), holes);
  };
}

/** The shell's texts. */
export const t = catalogue(shellVi, shellEn);

/** A text that came from the server or the engine in both languages, in the language
 * of the screen. */
export function say(text: Text): string {
  return text[language.value];
}

const locale = (): string => (language.value === 'vi' ? 'vi-VN' : 'en-GB');

/** These names as alternatives: "a hoặc b". */
export function anyOf(names: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(names);
}

/** An integer or decimal with the language's grouping: 1.234.567 or 1,234,567. */
export function number(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value);
}

/** Bytes in a readable unit: kB, MB, GB, by 1000. */
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

/** An amount in đồng, without decimals. */
export function money(value: number): string {
  return `${number(value)}\u00a0₫`;
}

/** Day and minute of an RFC 3339 time, in the phone's time zone; the text itself if it is
 * not a time. */
export function dayTime(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  return new Intl.DateTimeFormat(locale(), { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(time);
}

/** When a time limit ends, as the desk says it: "hết ngày 29/10/2026" of a limit at midnight in Vietnam, whose last day
 * counts in full; else hour and day. The day is Vietnam's wherever the phone is. */
export function until(at: string): string {
  const ends = new Date(at);
  if (Number.isNaN(ends.getTime())) return at;
  const zone = 'Asia/Ho_Chi_Minh';
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(ends);
  const last = new Date(ends.getTime() - (hour === '00:00' ? 1 : 0));
  const date = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: zone }).format(last);
  return hour === '00:00' ? t('until.day', { day: date }) : t('until.hour', { hour, day: date });
}

/** The day of a date (2026-11-24, no time zone) or of a time. */
export function day(at: string): string {
  const time = new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00` : at);
  if (Number.isNaN(time.getTime())) return at;
  return new Intl.DateTimeFormat(locale(), { day: '2-digit', month: '2-digit', year: 'numeric' }).format(time);
}

/** Hours and minutes only. */
export function clock(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? at : new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(time);
}

/** A time span in milliseconds as words: "2 giờ 5 phút". The sign is ignored. */
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
