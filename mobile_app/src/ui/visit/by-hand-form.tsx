/** The items of a decision signed by hand, as fields. Those that are wrong say so once they were asked for. */
import { useEffect, useState } from 'preact/hooks';
import type { Colleague, SheetField, TypedSheet } from '../../domain/hand-signed';
import type { OfficerSelf } from '../../wire';
import { useServices } from '../context';
import { Button, Checkbox, Choice, DateTimeField, Notice, Select, TextArea, TextField } from '../parts';
import { t } from './by-hand-words';

const KINDS = ['household', 'organisation', 'individual'] as const;
const DAYS = ['1', '2', '3'] as const;

/** The officers whom this phone knows, without the reader. Null until they are read. */
export function useColleagues(self: string | null): Colleague[] | null {
  const { handSigned } = useServices();
  const [found, setFound] = useState<Colleague[] | null>(null);
  useEffect(() => {
    handSigned.colleagues().then(setFound, () => setFound([]));
  }, [handSigned]);
  return found?.filter((one) => one.id !== self) ?? null;
}

interface FormProps {
  typed: TypedSheet;
  wrong: readonly SheetField[];
  self: OfficerSelf;
  onChange: (typed: TypedSheet) => void;
  /** The team can be chosen only when the inspection begins. */
  team: boolean;
}

function Team({ typed, wrong, self, onChange }: FormProps) {
  const colleagues = useColleagues(self.id);
  if (colleagues === null) return null;
  const on = (id: string): boolean => typed.members.includes(id);
  const choose = (id: string, chosen: boolean): void => {
    const members = chosen ? [...typed.members, id] : typed.members.filter((each) => each !== id);
    onChange({ ...typed, members, leader: typed.leader === id && !chosen ? null : typed.leader });
  };
  const options = [{ value: self.id, label: self.full_name }, ...colleagues.filter(({ id }) => on(id)).map((one) => ({ value: one.id, label: one.full_name }))];
  return (
    <>
      <h2>{t('by_hand.members')}</h2>
      {colleagues.length === 0 && <Notice tone="warning">{t('by_hand.no_colleagues')}</Notice>}
      {wrong.includes('members') && colleagues.length > 0 && <p class="field-error">{t('by_hand.wrong')}</p>}
      {colleagues.map((one) => (
        <Checkbox key={one.id} label={one.full_name} checked={on(one.id)} onChange={(chosen) => choose(one.id, chosen)} />
      ))}
      <Select label={t('by_hand.leader')} nothing={t('by_hand.choose')} options={options} value={typed.leader} onChange={(leader) => onChange({ ...typed, leader })} error={wrong.includes('leader') ? t('by_hand.wrong') : null} />
    </>
  );
}

export function SheetForm(props: FormProps) {
  const { typed, wrong, onChange } = props;
  const error = (field: SheetField): string | null => (wrong.includes(field) ? t('by_hand.wrong') : null);
  const text = (field: 'number' | 'issuerUnit' | 'issuerName' | 'issuerTitle' | 'party' | 'taxCode' | 'address' | 'place', maxLength: number) => ({
    value: typed[field], maxLength, error: error(field), onInput: (value: string) => onChange({ ...typed, [field]: value }),
  });
  return (
    <>
      <TextField label={t('by_hand.number')} hint={t('by_hand.number_hint')} capitals="characters" {...text('number', 60)} />
      <DateTimeField kind="day" label={t('by_hand.issued_on')} value={typed.issuedOn} error={error('issuedOn')} onInput={(issuedOn) => onChange({ ...typed, issuedOn })} />
      <TextField label={t('by_hand.issuer_unit')} {...text('issuerUnit', 200)} />
      <TextField label={t('by_hand.issuer_name')} capitals="words" spelt={false} {...text('issuerName', 200)} />
      <TextField label={t('by_hand.issuer_title')} {...text('issuerTitle', 200)} />
      <Choice label={t('by_hand.kind')} options={KINDS.map((value) => ({ value, label: t(`by_hand.${value}`) }))} value={typed.kind} error={error('kind')} onChange={(kind) => onChange({ ...typed, kind })} />
      <TextField label={t('by_hand.party')} {...text('party', 200)} />
      <TextField label={t('by_hand.tax_code')} literal inputMode="numeric" {...text('taxCode', 20)} />
      <TextField label={t('by_hand.address')} {...text('address', 500)} />
      <TextField label={t('by_hand.place')} {...text('place', 500)} />
      {typed.address !== '' && typed.place === '' && <Button onPress={() => onChange({ ...typed, place: typed.address })}>{t('by_hand.same_place')}</Button>}
      <TextArea label={t('by_hand.contents')} value={typed.contents} error={error('contents')} onInput={(contents) => onChange({ ...typed, contents })} />
      <Choice label={t('by_hand.days')} options={DAYS.map((value) => ({ value, label: t('by_hand.days_some', { count: Number(value) }) }))} value={typed.days as (typeof DAYS)[number] | null} error={error('days')} onChange={(days) => onChange({ ...typed, days })} />
      <DateTimeField kind="day" label={t('by_hand.start_on')} value={typed.startOn} error={error('startOn')} onInput={(startOn) => onChange({ ...typed, startOn })} />
      {props.team && <Team {...props} />}
    </>
  );
}
