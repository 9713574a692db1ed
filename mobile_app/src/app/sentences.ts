/** The engine's messages to people, each with what to do next. They are shown unchanged. */
import { NotSignedIn, Refused, Unreached } from '../net/api';
import { StorageFull } from '../store/store';
import type { Text } from '../wire';
import type { Weakness } from '../domain/weak-pins';
import { Trouble } from './services';

export const SAY = {
  pinMalformed: { vi: 'Mã PIN gồm đúng 6 chữ số.', en: 'A PIN is exactly 6 digits.' },
  pinWeak: {
    same: { vi: 'Mã PIN này dễ đoán: cả sáu chữ số giống nhau. Hãy chọn mã khác.', en: 'This PIN is easily guessed: all six digits are the same. Choose another.' },
    row: { vi: 'Mã PIN này dễ đoán: các chữ số liền nhau. Hãy chọn mã khác.', en: 'This PIN is easily guessed: its digits follow one another. Choose another.' },
    repeated: { vi: 'Mã PIN này dễ đoán: các chữ số lặp lại. Hãy chọn mã khác.', en: 'This PIN is easily guessed: its digits repeat. Choose another.' },
    date: { vi: 'Mã PIN này dễ đoán: giống ngày hoặc năm sinh. Hãy chọn mã khác.', en: 'This PIN is easily guessed: it looks like a birthday or a year of birth. Choose another.' },
    common: { vi: 'Mã PIN này dễ đoán: nhiều người dùng mã này. Hãy chọn mã khác.', en: 'This PIN is easily guessed: many people use it. Choose another.' },
  } satisfies Record<Weakness, Text>,
  pinBlocked: {
    vi: 'Đã nhập sai mã PIN 5 lần. Hãy đăng nhập lại bằng mật khẩu và mã xác thực (OTP) khi có mạng. Dữ liệu chưa gửi vẫn còn nguyên.',
    en: 'The PIN was wrong 5 times. Sign in with password and one-time code when there is a connection. Unsent work is all still here.',
  },
  pinWrong: (left: number): Text => ({
    vi: `Mã PIN không đúng. Còn ${left} lần thử.`,
    en: left === 1 ? 'The PIN is wrong. 1 try left.' : `The PIN is wrong. ${left} tries left.`,
  }),
  signInFirst: {
    vi: 'Hãy đăng nhập bằng mật khẩu và mã xác thực (OTP) khi có mạng.',
    en: 'Sign in with password and one-time code when there is a connection.',
  },
  signInAgain: {
    vi: 'Phiên làm việc đã hết. Bạn vẫn làm việc được; hãy đăng nhập lại để gửi.',
    en: 'The session has ended. You can go on working; sign in again to send.',
  },
  deviceKeyMismatch: {
    vi: 'Máy chủ biết thiết bị này với khóa khác. Ứng dụng đã tạo khóa mới: hãy đăng nhập lại bằng mã xác thực (OTP) tiếp theo.',
    en: 'The server knows this device with another key. The app created a new key: sign in again with the next one-time code.',
  },
  portal: {
    vi: 'Mạng này đòi đăng nhập hoặc chặn máy chủ. Hãy mở trình duyệt để đăng nhập Wi-Fi, hoặc chuyển sang mạng di động.',
    en: 'This network asks for a sign-in of its own or blocks the server. Open a browser to sign in to the Wi-Fi, or use mobile data.',
  },
  noAnswer: {
    vi: 'Không liên lạc được máy chủ. Hãy kiểm tra mạng rồi thử lại; dữ liệu trên máy vẫn còn nguyên.',
    en: 'The server cannot be reached. Check the connection and try again; everything on the phone is kept.',
  },
  notInstalled: {
    vi: 'Hãy cài ứng dụng vào màn hình chính rồi mở từ đó: trong thẻ trình duyệt, dữ liệu có thể bị xóa sau vài ngày.',
    en: 'Add the app to the home screen and open it from there: in a browser tab the data may be deleted after some days.',
  },
  notPersisted: (unsent: number): Text => ({
    vi: `Trình duyệt không hứa giữ dữ liệu, mà còn ${unsent} mục chưa gửi. Hãy gửi trước (Chờ gửi → Gửi ngay), rồi bắt đầu cuộc mới.`,
    en: `The browser does not promise to keep data, and ${unsent} items are unsent. Send first (Outbox → Send now), then begin a new inspection.`,
  }),
  noRoom: {
    vi: 'Điện thoại gần hết bộ nhớ. Hãy xóa bớt tệp hoặc ứng dụng khác, hoặc gửi ảnh đang chờ, rồi thử lại.',
    en: 'The phone is nearly full. Delete other files or apps, or send waiting photographs, then try again.',
  },
} as const;

/** What may go wrong with information that an officer takes in. */
export const SAY_INFORMATION = {
  noKey: {
    vi: 'Máy chưa có khóa niêm phong của máy chủ. Hãy đồng bộ một lần khi có mạng; trước đó đừng ghi người cung cấp và lời kể vào máy.',
    en: 'This phone does not have the server’s sealing key yet. Sync once when there is a connection; until then do not type the informant or the account.',
  },
  photoTooLarge: { vi: 'Ảnh lớn hơn 12 MB. Hãy chụp ở cỡ nhỏ hơn.', en: 'The photograph is larger than 12 MB. Take it in a smaller size.' },
  photoWrong: { vi: 'Tệp này không phải ảnh JPEG, PNG, WebP hoặc HEIC.', en: 'This file is no JPEG, PNG, WebP or HEIC picture.' },
  photosMany: { vi: 'Mỗi tin có tối đa 10 ảnh. Ảnh khác thêm tại bàn làm việc sau khi đã ghi.', en: 'An information takes 10 photographs at most. Add others at the desk once it is registered.' },
  photoLost: { vi: 'Ảnh này không còn đọc được trên máy. Hãy chụp lại nếu còn ở hiện trường và thêm tại bàn làm việc.', en: 'This photograph cannot be read on the phone any more. Take it again if you are still on site, and add it at the desk.' },
  lacks: { vi: 'Còn mục chưa ghi đủ. Hãy xem danh sách ở đầu màn hình.', en: 'Something is missing. Look at the list at the top of the screen.' },
  gone: { vi: 'Tin này không còn trong bản nháp. Hãy mở lại từ danh sách tin đã báo.', en: 'This is not a draft any more. Open it from the list.' },
} as const satisfies Record<string, Text>;

/** Why what was typed is no question; as the server says it. */
export const SAY_SEARCH = {
  tooLong: { vi: 'Nội dung tìm quá dài: tối đa 200 ký tự và 12 từ. Hãy chỉ giữ vài từ chính, ví dụ tên và số.', en: 'This is too long to look for: at most 200 letters and 12 words. Keep a few, such as a name or a number.' },
  noWords: { vi: 'Chưa có chữ hay số nào để tìm. Hãy gõ tên, số văn bản, địa chỉ hoặc tên hàng.', en: 'There are no letters or digits to look for. Type a name, a number, an address or goods.' },
} as const satisfies Record<string, Text>;

/** What may go wrong with bytes that nothing names. */
export const SAY_STRAY = {
  gone: { vi: 'Dữ liệu này không còn ở đây, hoặc đã thuộc về một việc. Hãy mở lại màn hình Chờ gửi.', en: 'It is not here any more, or belongs to something by now. Open the outbox again.' },
  notYours: { vi: 'Máy này có nhiều người dùng nên không rõ tệp của ai. Tệp được giữ nguyên; hãy báo quản trị.', en: 'Several officers use this phone, so nobody knows whose it is. It is kept; tell an administrator.' },
} as const satisfies Record<string, Text>;

/** Converts any error of the engine to a message. Unknown errors stay unchanged. */
export function troubleOf(error: unknown): Error {
  if (error instanceof StorageFull) return new Trouble('storage_full', SAY.noRoom, true);
  if (error instanceof Unreached) return unreached(error);
  if (error instanceof NotSignedIn) return new Trouble('not_signed_in', error.problem?.text ?? SAY.signInAgain);
  if (error instanceof Refused) return new Trouble(error.problem.code, error.problem.text, error.problem.retryable);
  return error instanceof Error ? error : new Error(String(error));
}

/** Returns the same service, with promises that reject with Troubles. */
export function inSentences<T extends object>(service: T): T {
  return new Proxy(service, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const result: unknown = value.apply(target, args);
        return result instanceof Promise ? result.catch((error: unknown) => Promise.reject(troubleOf(error))) : result;
      };
    },
  });
}

/** The message for a server that was not reached. */
export function unreached(error: Unreached): Trouble {
  return new Trouble(error.portal ? 'captive_portal' : 'unreached', error.portal ? SAY.portal : SAY.noAnswer, true);
}
