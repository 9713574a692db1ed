/** Error messages about the fields of a form, by JSON Schema keyword. The same as in
 * backend/documents/rules/form_words.py. */
import type { Text } from '../wire';

export const END_BEFORE_START: Text = { vi: 'Thời điểm kết thúc phải sau thời điểm bắt đầu.', en: 'The end must be after the start.' };

type Pair = readonly [vi: string, en: string];

const OTHER: Pair = ['Giá trị không hợp lệ.', 'The value is not allowed.'];
const REQUIRED: Pair = ['Cần điền mục này.', 'This field must be filled in.'];

const KINDS: Record<string, Pair> = {
  string: ['chữ', 'text'],
  integer: ['số nguyên', 'a whole number'],
  boolean: ['có hoặc không', 'yes or no'],
  array: ['danh sách', 'a list'],
  object: ['nhóm trường', 'a group of fields'],
};

const SENTENCES: Record<string, Pair> = {
  required: REQUIRED,
  additionalProperties: ['Mẫu biên bản không có mục này.', 'The form has no such field.'],
  maxLength: ['Dài nhất {value} ký tự.', 'At most {value} characters.'],
  minItems: ['Cần ít nhất {value} mục.', 'At least {value} needed.'],
  maxItems: ['Nhiều nhất {value} mục.', 'At most {value} allowed.'],
  enum: ['Chọn một mục trong danh sách.', 'Choose one of the list.'],
  minimum: ['Không nhỏ hơn {value}.', 'Not less than {value}.'],
  maximum: ['Không lớn hơn {value}.', 'Not more than {value}.'],
};

const FORMATS: Record<string, Pair> = {
  date: [
    'Cần một ngày có thật, ví dụ 05/01/2026.',
    'A real date is needed, for example 05/01/2026.',
  ],
  'date-time': [
    'Cần một ngày giờ có thật, ví dụ 05/01/2026 08:30.',
    'A real date and time is needed, for example 05/01/2026 08:30.',
  ],
};

/** Says in both languages what the failing keyword requires. `node` is the field's part of the
 * form. */
export function sentence(keyword: string, asked: unknown, node: Record<string, unknown>): Text {
  if (keyword === 'minLength') {
    return Number(asked) <= 1 ? text(REQUIRED) : text(['Cần ít nhất {value} ký tự.', 'At least {value} characters.'], asked);
  }
  if (keyword === 'type') {
    const [vi, en] = KINDS[String(asked)] ?? OTHER;
    return { vi: `Giá trị phải là ${vi}.`, en: `The value must be ${en}.` };
  }
  if (keyword === 'pattern') {
    const wanted = node['x-pattern-text'] as Partial<Text> | undefined;
    return {
      vi: `Sai dạng: ${wanted?.vi ?? 'xem hướng dẫn của mục'}.`,
      en: `Wrong form: ${wanted?.en ?? 'see the hint of the field'}.`,
    };
  }
  if (keyword === 'format') return text(FORMATS[String(asked)] ?? OTHER);
  return text(SENTENCES[keyword] ?? OTHER, asked);
}

function text([vi, en]: Pair, value?: unknown): Text {
  return { vi: vi.replace('{value}', String(value)), en: en.replace('{value}', String(value)) };
}
