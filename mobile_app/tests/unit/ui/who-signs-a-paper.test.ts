/** Who signs for those whom a paper names as harmed. */
import { expect, test } from 'vitest';

import { signerRows } from '../../../src/ui/papers/signers';

const SCHEMA = { 'x-signers': [{ role: 'victim', label: { vi: 'Bị thiệt hại', en: 'Harmed' }, required: false }] };

test('an organisation that was harmed signs by its representative, a person signs alone', () => {
  const victims = [
    { kind: 'organisation', name: 'Trường Hoa Sen', representative_name: 'Vũ Thị Bích' },
    { kind: 'organisation', name: 'Công ty Sao Mai' },
    { kind: 'individual', name: 'Lê Thị Hạnh' },
    { name: 'Trần Văn Bảy' },
  ];
  const written = { fields: { victims } } as never;
  const names = signerRows(SCHEMA, { written, signatures: [] }).map((row) => row.name);
  expect(names).toEqual(['Vũ Thị Bích', 'Công ty Sao Mai', 'Lê Thị Hạnh', 'Trần Văn Bảy']);
});
