/** Beginning a visit. Allowed only if the phone will keep the data (app installed, persistent
 * storage, room); otherwise the screen shows how to achieve that. */
import { useState } from 'preact/hooks';
import type { Obstacle } from '../../domain/model';
import { Collapsible, Notice } from '../parts';
import { useServices, type Task } from '../context';
import { say, t } from '../words';
import { InstallHowTo } from './install';

export interface Begin {
  obstacles: Obstacle[];
  start: () => Promise<boolean>;
}

/** Checks the phone first, then opens the inspection. */
export function useBegin(id: string, task: Task): Begin {
  const { health, visits } = useServices();
  const [obstacles, setObstacles] = useState<Obstacle[]>([]);
  return {
    obstacles,
    start: () =>
      task.run(async () => {
        const found = await health.mayBegin();
        setObstacles(found);
        if (found.length > 0) return;
        await visits.open(id);
        // The steps appear above what was being read, and are needed now.
        scrollTo(0, 0);
      }),
  };
}

/** What prevents the visit from beginning, each with what to do. */
export function BeginObstacles({ begin }: { begin: Begin }) {
  const { health } = useServices();
  return (
    <div role="status">
      {begin.obstacles.length > 0 && (
        <>
          <Notice tone="danger" title={t('visit.cannot_begin')}>
            <ul>
              {begin.obstacles.map((obstacle) => (
                <li key={obstacle.code}>{say(obstacle.text)}</li>
              ))}
            </ul>
          </Notice>
          {!health.standalone.value && (
            <Collapsible title={t('home.how_to_install')}>
              <InstallHowTo />
            </Collapsible>
          )}
        </>
      )}
    </div>
  );
}
