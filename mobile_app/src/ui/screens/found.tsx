/** Hits of the search: one kind after the other, the words that match marked. */
import type { Group, Hit, Kind } from '../../domain/searching/held';
import type { Piece } from '../../domain/searching/marking';
import { Button, List, Row } from '../parts';
import { day, t as shell } from '../words';
import { shellVi, type ShellKey } from '../words/shell.vi';
import { t } from '../words/places';
import './found.css';

/** A text with what was looked for marked: in bold, too, for people who see no colours. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}</>;
}

/** A state in words; nothing for one that this app has no words for. */
function stateWords({ kind, state }: Hit): string | null {
  const key = `state.${state ?? ''}`;
  return kind === 'inspection' && key in shellVi ? shell(key as ShellKey) : null;
}

function HitRow({ hit }: { hit: Hit }) {
  const facts = [stateWords(hit), hit.at === null ? null : day(hit.at)].filter((one) => one !== null);
  const named = hit.name.length > 0 ? hit.name : hit.number;
  return (
    <Row
      {...(hit.href === null ? {} : { href: hit.href })}
      title={named.length > 0 ? <Marked pieces={named} /> : t(`search.one_${hit.kind}`)}
      note={
        <>
          {hit.number.length > 0 && named !== hit.number && (
            <span class="found-line">
              <Marked pieces={hit.number} />
            </span>
          )}
          {hit.where.length > 0 && (
            <span class="found-line">
              <Marked pieces={hit.where} />
            </span>
          )}
          {facts.length > 0 && <span class="found-line">{facts.join(' · ')}</span>}
          {hit.why !== null && hit.excerpt.length > 0 && (
            <span class="found-line">
              {t(`search.in_${hit.why}`)}: <Marked pieces={hit.excerpt} />
            </span>
          )}
          {hit.href === null && <span class="found-line">{t('search.at_desk')}</span>}
        </>
      }
    />
  );
}

/** One kind of hits. `more` shows the others of it; null where they are not on this phone. */
export function GroupList({ group, more }: { group: Group; more: (() => void) | null }) {
  const title = t(`search.kind_${group.kind satisfies Kind}`);
  return (
    <section>
      <h2>{title}</h2>
      <List label={title}>
        {group.hits.map((hit) => (
          <HitRow key={hit.key} hit={hit} />
        ))}
      </List>
      {group.more && more !== null && <Button onPress={more}>{t('search.more', { kind: title })}</Button>}
      {group.more && more === null && <p class="small">{t('search.narrow')}</p>}
    </section>
  );
}

