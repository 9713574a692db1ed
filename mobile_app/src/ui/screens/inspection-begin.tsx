/** Beginning a visit: only where the phone will keep it (installed, promised storage, room), else with the way to mend that. */
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

/** Asks the phone first, then takes the assignment up. */
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
        // The steps come above what was being read; they are what is wanted now.
        scrollTo(0, 0);
      }),
  };
}

/** What keeps it from beginning, each with what to do. */
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
