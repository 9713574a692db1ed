/** Words on the page for showing a paper. Always Vietnamese, as the paper itself is (Decree
 * 30/2020, Appendix I). */
import type { Speech } from '../visit/plain-text';

const ZONE = { timeZone: 'Asia/Ho_Chi_Minh' } as const;
const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;

/** How such a paper writes its values. */
export const VIETNAMESE: Speech = {
  yes: 'Có',
  no: 'Không',
  // A date has no time zone: it is the day that was written.
  day: (at) => new Intl.DateTimeFormat('vi-VN', { ...DAY, timeZone: 'UTC' }).format(new Date(at)),
  dayTime: (at) => new Intl.DateTimeFormat('vi-VN', { ...DAY, hour: '2-digit', minute: '2-digit', ...ZONE }).format(new Date(at)),
  text: (text) => text.vi,
};

export const SHEET = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: 'Số:',
  signatures: 'Chữ ký',
  unsigned: '(chưa ký)',
  mark: 'Mã nội dung:',
  code: 'Mã tra cứu:',
  code_why: 'Quét mã để kiểm tra biên bản sau khi máy đã gửi về máy chủ.',
  refused: (reason: string, witness: string): string => `Từ chối ký: “${reason}”. Người chứng kiến: ${witness}`,
};
