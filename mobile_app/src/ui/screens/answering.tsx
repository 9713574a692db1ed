/** A list of points that somebody asked to have corrected or answered: the remarks of a return,
 * or other lists of points. */
import { useEffect, useState } from 'preact/hooks';
import type { RemarkAnswer } from '../../domain/remarks';
import { Button, Tag, TextArea } from '../parts';
import { t } from '../words';

export interface Point {
  key: string;
  text: string;
  /** Address at which it is corrected, and the words of the link. */
  href: string | null;
  words: string;
  /** The field or photograph was changed since. */
  changed: boolean;
  answer: RemarkAnswer | null;
}

interface AnsweringProps {
  label: string;
  points: Point[];
  /** Whether "corrected" is a possible answer. It is not offered if only words are, as
   * to a question. */
  mendable?: boolean;
  /** Called with every letter. Null withdraws the answer. */
  onAnswer: (key: string, answer: RemarkAnswer | null) => void;
}

function One({ point, mendable, onAnswer }: { point: Point; mendable: boolean; onAnswer: AnsweringProps['onAnswer'] }) {
  const said = point.answer?.text ?? '';
  // What is typed is shown immediately, before it is saved.
  const [text, setText] = useState(said);
  useEffect(() => setText(said), [said]);
  const mended = point.answer !== null && point.answer.text === null;
  const type = (typed: string): void => {
    setText(typed);
    onAnswer(point.key, typed.trim() === '' ? null : { text: typed });
  };
  return (
    <li>
      <fieldset class="card answering">
        <legend class="answering-point">{point.text}</legend>
        <p class="small">
          {point.href === null ? point.words : <a href={point.href}>{point.words}</a>}{' '}
          {point.answer === null ? <Tag tone="warning">{t('answering.open')}</Tag> : <Tag tone="good">{t(point.answer.text !== null ? 'answering.answered' : point.changed ? 'answering.changed' : 'answering.mended')}</Tag>}
        </p>
        {mendable && (
          <Button pressed={mended} onPress={() => onAnswer(point.key, mended && !point.changed ? null : { text: null })}>
            {t('answering.mend')}
          </Button>
        )}
        <TextArea label={t(mendable ? 'answering.or' : 'answering.answer')} value={text} onInput={type} maxLength={2000} rows={2} />
      </fieldset>
    </li>
  );
}

/** The list; nothing if there are no points. */
export function Answering({ label, points, mendable = true, onAnswer }: AnsweringProps) {
  if (points.length === 0) return null;
  return (
    <ul class="list" role="list" aria-label={label}>
      {points.map((point) => (
        <One key={point.key} point={point} mendable={mendable} onAnswer={onAnswer} />
      ))}
    </ul>
  );
}
