/** The caption of a photograph that is taken already: what it was called before, and giving it another. */
import { useEffect, useState } from 'preact/hooks';
import { captionAtShot } from '../../domain/captions';
import type { LocalPhoto } from '../../domain/inspection';
import { textOf, useServices, useTask } from '../context';
import { Button, Collapsible, Tag, TextArea, TroubleNotice } from '../parts';
import { dayTime } from '../words';
import { t } from './words';

/** All that it was called, oldest first; nothing where only the shutter named it. */
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

/** Another caption, as often as he likes: the last one counts, and giving the old one again takes it back. */
export function GiveCaption(props: GiveProps) {
  const { visits } = useServices();
  const [kept, setKept] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    // What cannot be read is typed again; the store's fault shows at the next thing that is saved.
    visits.caption(props.photo.id).then(
      (text) => here && setKept(text),
      () => here && setKept(''),
    );
    return () => {
      here = false;
    };
  }, [visits, props.photo.id]);
  return kept === null ? null : <Giving key={props.photo.id} {...props} kept={kept} />;
}

/** `kept`: what was typed and not given yet, from the first letter on. */
function Giving({ id, photo, submitted, kept }: GiveProps & { kept: string }) {
  const { visits } = useServices();
  const task = useTask();
  const [caption, setCaption] = useState(kept || (photo.caption ?? ''));
  const keep = (text: string): void => {
    // Not by the task, which does one thing at a time: a letter that comes while another is saved is saved as well.
    visits.keepCaption(photo.id, text).catch((error: unknown) => task.tell(textOf(error)));
  };
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    setSaved(false);
    if (await task.run(() => visits.captionPhoto(id, photo.id, caption.trim() === '' ? null : caption.trim()))) {
      keep('');
      setSaved(true);
    }
  };
  return (
    <Collapsible open={kept !== ''} title={t(photo.caption === null ? 'photo.caption_give' : 'photo.caption_change')}>
      <TextArea
        label={t('photo.caption')}
        hint={t(submitted ? 'photo.caption_hint_submitted' : 'photo.caption_hint')}
        value={caption}
        onInput={(text) => {
          setSaved(false);
          setCaption(text);
          keep(text);
        }}
        maxLength={500}
        rows={2}
      />
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
