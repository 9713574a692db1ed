import { describe, expect, it } from 'vitest';
import { foldText, matches, searchWords } from '../../../src/domain/fold-text';
import { titleOfAct } from '../../../src/domain/words-of-acts';
import type { Act } from '../../../src/domain/model';

describe('a search', () => {
  it.each([
    ['Cửa hàng Đông Á', 'cua hang dong a'],
    ['ĐƯỜNG ĐIỆN BIÊN PHỦ', 'duong dien bien phu'],
    ['Nghi\u0323\u0302 đi\u0323nh', 'nghi dinh'],
    ['Công ty TNHH 68-79/2', 'cong ty tnhh 68-79/2'],
  ])('folds %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('wants every word, anywhere', () => {
    const folded = foldText('Cửa hàng tạp hóa Hồng Phúc, 12 phố Huế');
    expect(matches(folded, searchWords('  hue hong '))).toBe(true);
    expect(matches(folded, searchWords('Phúc Huế 13'))).toBe(false);
    expect(matches(folded, searchWords(''))).toBe(true);
  });
});

describe('the title of an act', () => {
  const act = (type: string, content: unknown): Act => ({ type, content }) as unknown as Act;

  it('says which photograph and who signed in what capacity', () => {
    expect(titleOfAct(act('photo.taken', {}), 3)).toEqual({ vi: 'Ảnh 3', en: 'Photograph 3' });
    expect(titleOfAct(act('photo.taken', {}))).toEqual({ vi: 'Ảnh', en: 'Photograph' });
    const signed = { name: 'Lê Thị Hoa', role: 'subject', refusal: null };
    expect(titleOfAct(act('person.signed', signed))).toEqual({
      vi: 'Chữ ký trên màn hình: Lê Thị Hoa (tổ chức, cá nhân được kiểm tra)',
      en: 'Signature drawn on screen: Lê Thị Hoa (inspected party)',
    });
    const refused = { ...signed, refusal: { reason: 'Không đồng ý', witness: 'Trần Văn B' } };
    expect(titleOfAct(act('person.signed', refused)).vi).toBe('Từ chối ký: Lê Thị Hoa (tổ chức, cá nhân được kiểm tra)');
    expect(titleOfAct(act('minutes.written', { form: 'BB-KKT' })).en).toBe('Minutes BB-KKT');
  });
});
