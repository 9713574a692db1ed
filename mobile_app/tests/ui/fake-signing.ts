/** What the server says of a numbered paper that its maker may sign, for looking at the screen: with the mark
 * that the screen shows, as it would be. */
import type { SignableView } from '../../src/wire';

export const signable = (written: string): SignableView => ({
  written, form: 'MBB26', form_name: { vi: 'Biên bản niêm phong', en: 'Sealing minutes' }, number: '0001/BB-NPTG-QLTT01', seen: 'd'.repeat(64), content_mark: document.querySelector('.sheet-mark b')?.textContent ?? '', may_sign: true, why: null,
  certificate: 'CN=Nguyễn Văn An, O=Chi cục Quản lý thị trường thành phố Hà Nội, C=VN', certificate_until: '2027-11-24T00:00:00Z', code_needed: true,
  files: [{
    id: 'f1', written, form: 'MBB26', number: '0001/BB-NPTG-QLTT01', kind: 'sealed', sha256: 'e'.repeat(64), size: 84_000, pages: 2, certificate: 'f'.repeat(64), made_at: '2026-11-24T03:10:00Z', signer_name: null, signature_level: null, current: true, replaced_by: null,
  }],
});
