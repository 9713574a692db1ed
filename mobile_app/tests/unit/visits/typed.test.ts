import { expect, it } from 'vitest';
import { MEMBER, inspectionView } from '../support/inspections';
import { newId } from '../support/records';
import { TestPhone } from '../support/visit';

it('a caption typed before the shutter outlives the app, for its inspection and its officer alone', async () => {
  const [here, there] = [newId(), newId()];
  const phone = await TestPhone.make([inspectionView(here), inspectionView(there)]);
  await Promise.all(['T', 'Tủ', 'Tủ kính bên trái'].map((text) => phone.visits.keepTyped(here, text)));
  await phone.restart();
  expect(await phone.visits.typed(here)).toBe('Tủ kính bên trái');
  expect(await phone.visits.typed(there)).toBeNull();
  phone.officerId.value = MEMBER;
  expect(await phone.visits.typed(here)).toBeNull();
});

it('a caption that a photograph took is forgotten, at once and after a restart', async () => {
  const id = newId();
  const phone = await TestPhone.make([inspectionView(id)]);
  await phone.visits.keepTyped(id, 'Biển hiệu');
  const forgotten = phone.visits.keepTyped(id, null);
  expect(await phone.visits.typed(id)).toBeNull();
  await forgotten;
  await phone.restart();
  expect(await phone.visits.typed(id)).toBeNull();
});

it('a caption that was emptied stays empty over a restart, until it is saved so', async () => {
  const id = newId();
  const phone = await TestPhone.make([inspectionView(id)]);
  await phone.visits.keepTyped(id, 'Biển');
  await phone.visits.keepTyped(id, '');
  await phone.restart();
  expect(await phone.visits.typed(id)).toBe('');
});
