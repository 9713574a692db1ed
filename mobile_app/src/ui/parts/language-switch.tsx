/** Switches to the other language before sign-in. Somebody who does not read Vietnamese could
 * not find it in the settings. */
import { useServices, useTask } from '../context';
import { TroubleNotice } from './notice';

/** Named in the other language, so that those who want it can read it. */
export function LanguageSwitch() {
  const { settings } = useServices();
  const task = useTask();
  const other = settings.language.value === 'vi' ? 'en' : 'vi';
  return (
    <>
      <TroubleNotice trouble={task.trouble} />
      <p class="language-switch">
        <button type="button" class="button button-quiet" lang={other} onClick={() => void task.run(() => settings.set({ language: other }))}>
          {other === 'en' ? 'English' : 'Tiếng Việt'}
        </button>
      </p>
    </>
  );
}
