/** Whether the officer of this phone declared to be unrelated to the party (Circular 27/2020/TT-BCT
 * Art 15), and whether the decision names somebody of the officer's name.
 *
 * Mirrors backend/fieldwork/rules/relations.py; tests/cases/relations.json holds the two equal. */
import type { ActContents, InspectionView } from '../wire';
import { isAct } from './acts';
import { hasEffect } from './inspection';
import type { LocalInspection } from './model';

export const RELATIONS = ['self', 'spouse', 'child', 'parent', 'sibling', 'in_law'] as const;
export type Relation = ActContents['relation.declared']['relation'];

const TITLES = /^(ong|ba|anh|chi|ho kinh doanh|hkd) +/u;

/** A name without diacritics, capitals, punctuation and forms of address. */
export function bareName(name: string): string {
  const letters = name.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{Mn}+/gu, '');
  return letters.replace(/[^0-9a-z]+/gu, ' ').trim().replace(TITLES, '');
}

/** Whether the decision names, as party or representative, somebody of this name. */
export function sameName(fullName: string, party: { name: string; representative: string | null }): boolean {
  const asked = bareName(fullName);
  return asked !== '' && [party.name, party.representative ?? ''].some((one) => bareName(one) === asked);
}

/** What the officer of this phone declared last, sent or not; null if nothing. `relation` is null
 * for none. */
export function declaredHere(local: LocalInspection): { relation: Relation | null; reason: string | null } | null {
  for (const stored of [...local.acts].reverse()) {
    const { act } = stored;
    if (!hasEffect(stored, local.gone)) continue;
    if (isAct(act, 'relation.declared')) return { relation: act.content.relation, reason: act.content.reason };
    if (isAct(act, 'relation.none_declared')) return { relation: null, reason: act.content.same_name ?? null };
  }
  // A view that was kept from an older server has no such list.
  const told = (local.view as Partial<InspectionView>).relations ?? [];
  const mine = told.find((one) => one.officer_id === local.self);
  return mine ? { relation: mine.relation, reason: mine.reason } : null;
}

/** Whether the decision names somebody of this officer's name. */
export function asksForName(local: LocalInspection): boolean {
  const me = local.view.decision.team.find((member) => member.officer_id === local.self);
  return me !== undefined && sameName(me.full_name, local.view.decision.subject);
}
