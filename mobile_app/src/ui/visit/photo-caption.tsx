/** Earlier captions of a photograph, and giving it another. */
import { useState } from 'preact/hooks';
import { captionAtShot } from '../../domain/captions';
import type { LocalPhoto } from '../../domain/inspection';
import { useServices, useTask } from '../context';
import { Button, Collapsible, Tag, TextArea, TroubleNotice } from '../parts';
import { dayTime } from '../words';
import { useTyping } from './typing';
import { t } from './words';

/** All of its captions, oldest first. Shows nothing if it only has the one from the shot. */
export function CaptionsLater({ photo }: { photo: LocalPhoto }) {
  if (photo.captions.length === 0) return null;
  return (
    <ul class="small captions" role="list">
      <li>{t('photo.caption_at_shot', { caption: captionAtShot(photo) ?? t('photo.no_caption') })}</li>
      {photo.captions.map((each) => (
        <li key={each.madeAt + (each.caption ?? '')}>
          {t('photo.caption_later', { time: dayTime(each.madeAt), who: each.by ?? t('photo.caption_here'), caption: each.caption ?? t('photo.no_caption') })}{' '}
          {each.afterSubmission && <Tag>{t('photo.caption_beside')}</Tag>}
        </li>
      ))}
    </ul>
  );
}

interface GiveProps {
  id: string;
  photo: LocalPhoto;
  submitted: boolean;
}

/** Gives another caption, as often as needed. The last one counts; giving the old one
 * again restores it. */
export function GiveCaption({ id, photo, submitted }: GiveProps) {
  const { visits } = useServices();
  const task = useTask();
  const typing = useTyping(photo.id, photo.caption ?? '');
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    setSaved(false);
    const caption = typing.text.trim();
    if (await task.run(() => visits.captionPhoto(id, photo.id, caption === '' ? null : caption))) {
      typing.forget();
      setSaved(true);
    }
  };
  if (!typing.ready) return null;
  return (
    <Collapsible open={typing.wasKept} title={t(photo.caption === null ? 'photo.caption_give' : 'photo.caption_change')}>
      <TextArea
        label={t('photo.caption')}
        hint={t(submitted ? 'photo.caption_hint_submitted' : 'photo.caption_hint')}
        value={typing.text}
        onInput={(text) => {
          setSaved(false);
          typing.type(text);
        }}
        maxLength={500}
        rows={2}
      />
      <TroubleNotice trouble={typing.trouble} />
      <TroubleNotice trouble={task.trouble} />
      <p role="status" class="small">
        {saved && t('photo.caption_saved')}
      </p>
      <Button busy={task.busy.value} onPress={save}>
        {t('photo.caption_save')}
      </Button>
    </Collapsible>
  );
}
