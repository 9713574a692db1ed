/** What remarks are about, by name: a photograph by its number, a field by its label on the form, so that the officer
 * knows where to look before going there. */
import { useEffect, useState } from 'preact/hooks';
import { labelAt } from '../domain/form';
import { photosOf } from '../domain/inspection';
import type { LocalInspection } from '../domain/model';
import { useServices } from './context';
import { say, t } from './words';

export interface Place {
  photoId: string | null;
  field: string | null;
}

type Schema = Record<string, unknown>;

/** The name of a place; of a field "the minutes" while the form is not there, or if it has no such field. */
export function placeName(inspection: LocalInspection, schema: Schema | null, { photoId, field }: Place): string {
  if (photoId !== null) {
    return t('visit.comment_photo', { number: photosOf(inspection).find((photo) => photo.id === photoId)?.number ?? 0 });
  }
  const label = schema === null || field === null || field === '' ? '' : say(labelAt(schema, field));
  return label === '' ? t('visit.comment_field') : t('visit.comment_at', { place: label });
}

/** Names places in the minutes of this inspection. */
export function usePlaceName(inspection: LocalInspection): (place: Place) => string {
  const { form } = useServices();
  const [schema, setSchema] = useState<Schema | null>(null);
  const name = inspection.minutes?.form ?? null;
  const version = inspection.minutes?.formVersion ?? 0;
  useEffect(() => {
    let here = true;
    if (name !== null) void form(name, version).then((found) => here && setSchema(found));
    return () => {
      here = false;
    };
  }, [form, name, version]);
  return (place) => placeName(inspection, schema, place);
}
