/** Words of the screens of a decision. Those on its sheet are always Vietnamese, as the paper is. */
import { catalogue } from '../words';
import { decisionEn } from '../words/decision.en';
import { decisionVi } from '../words/decision.vi';

export const t = catalogue(decisionVi, decisionEn);

export const DOOR = {
  document: 'Quyết định kiểm tra – Hiện Trường',
  code_why: 'Quét mã bằng máy ảnh của điện thoại để kiểm tra quyết định trên trang tra cứu.',
  day: (day: string): string => `Ngày ${day}`,
  party: 'Tổ chức, cá nhân được kiểm tra',
  identity: 'Giấy tờ',
  tax_code: (code: string): string => `mã số thuế ${code}`,
  registration: (number: string): string => `đăng ký kinh doanh ${number}`,
  place: 'Địa điểm kiểm tra',
  duration: 'Thời hạn tại nơi kiểm tra',
  days: (count: number): string => `${count} ngày làm việc kể từ khi công bố quyết định`,
  start: 'Bắt đầu từ ngày',
  contents: 'Nội dung kiểm tra',
  team: 'Đoàn kiểm tra',
  bases: 'Căn cứ',
  member: (name: string, title: string, card: string | null, leads: boolean): string =>
    [`${name}, ${title}`, leads ? 'Trưởng Đoàn' : '', card ? `thẻ kiểm tra số ${card}` : ''].filter(Boolean).join(' – '),
  changed: (numbers: string[]): string => `Đã được sửa đổi, bổ sung, gia hạn theo Quyết định số ${numbers.join('; số ')}. Nội dung dưới đây là nội dung hiện nay.`,
  withdrawn: 'ĐÃ BỊ HỦY BỎ, KHÔNG CÒN HIỆU LỰC',
  lapsed: 'ĐÃ HẾT HIỆU LỰC',
};
