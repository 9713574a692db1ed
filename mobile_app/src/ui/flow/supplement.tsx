/** Answers of this phone that are in no file, because a colleague had answered the same request
 * before. They can be read and used elsewhere. */
import { isAct } from '../../domain/acts';
import { actAt } from '../../domain/clock';
import { answersNotTaken } from '../../domain/minutes-flow';
import type { LocalInspection } from '../../domain/model';
import { Notice } from '../parts';
import { dayTime, say } from '../words';
import { t } from './words';

/** Shows nothing if all answers from this phone were accepted. */
export function NotSupplemented({ inspection }: { inspection: LocalInspection }) {
  return (
    <>
      {answersNotTaken(inspection).map(({ id, act, problem }) => (
        <Notice key={id} tone="warning" title={t('supplement.not_taken', { time: dayTime(actAt(act)) })}>
          {problem !== null && <p>{say(problem.text)}</p>}
          <p>{t('supplement.not_taken_means')}</p>
          {isAct(act, 'file.supplemented') && (
            <ol>
              {act.content.answers.map((answer) => (
                <li key={answer.point}>{answer.text}</li>
              ))}
            </ol>
          )}
        </Notice>
      ))}
    </>
  );
}
