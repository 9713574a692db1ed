"""How to check a package without this system, in both languages. Commands are those of any Linux with OpenSSL 3."""

HOW_TO_VI = """\
GÓI KIỂM CHỨNG CỦA MỘT HỒ SƠ KIỂM TRA
Quyết định số {number}. Xuất lúc {at} bởi {name}. Việc xuất đã được ghi lại.

TRONG GÓI CÓ GÌ
  manifest.json         danh sách tệp, mã băm, những ảnh chưa có bản gốc
  SHA256SUMS            mã băm của từng tệp trong gói
  inspection.json       hồ sơ như người xuất được xem: trạng thái, kiểm chứng, dấu hiệu
  acts/                 từng việc, đúng từng byte như đã ghi vào sổ
  entries/              vị trí của từng việc trong sổ (mã băm nối nhau)
  photos/               bản gốc từng ảnh, đúng từng byte
  receipts/             biên nhận của máy chủ; .signed là phần được ký, .sig là chữ ký
  signatures/           phần mà điện thoại đã ký, và chữ ký của nó
  keys/                 khóa công khai của máy chủ (cả khóa cũ) và của các điện thoại
  keys/ring.json        từng khóa của máy chủ có từ ngày nào, thay ngày nào, bị coi là đã mất cắp từ ngày nào
  restores/             chỉ có nếu hệ thống đã từng khôi phục từ bản sao lưu: lời khai có ký: lúc nào, ai, vì
                        sao, mất gì

TỰ KIỂM TRA
1. Tệp còn nguyên:
     sha256sum -c SHA256SUMS
2. Ảnh đúng với điều điện thoại đã khai báo: tên tệp trong photos/ bắt đầu bằng số của ảnh, như trên mọi màn hình và văn
   bản; manifest.json ghi mỗi ảnh có "number" (số của ảnh) và "entry" (mục trong sổ khai báo ảnh đó). Mã băm của
   photos/0003-….jpg, có "entry" 6, phải bằng "sha256" trong acts/0006-photo.taken.json.
3. Máy chủ đã nhận đúng như vậy (Ed25519):
     openssl pkeyutl -verify -pubin -inkey keys/server-KHÓA.pem -rawin \\
       -in receipts/photos/0003.signed -sigfile receipts/photos/0003.sig
   Cũng làm như thế với receipts/acts/. KHÓA là "key_id" trong biên nhận. Nếu keys/ring.json ghi khóa đó "stolen" từ một
   ngày, thì chữ ký của nó từ ngày ấy không tự chứng minh điều gì: hãy hỏi nơi cấp về điểm kiểm trước ngày đó.
4. Điện thoại đã ký đúng việc đó (ECDSA P-256):
     openssl dgst -sha256 -verify keys/device-MÁY.pem -signature signatures/0006.sig signatures/0006.signed
5. Sổ không bị chen hay bớt: mã băm SHA-256 của từng tệp trong entries/ là "entry_hash" trong biên nhận cùng số,
   và là "previous_hash" trong tệp entries/ của số kế tiếp.
6. Nếu có restores/: kiểm tra như bước 3 và 5. Việc nhận trước lần khôi phục mà nay không còn trong sổ thì chứng minh
   bằng biên nhận đã giữ, gói đã xuất từ trước, hoặc chữ ký của điện thoại; việc điện thoại gửi lại
   mang giờ nhận sau lần đó.

Khóa công khai của máy chủ nên lấy thêm từ nơi khác (điện thoại của người ghi, biên nhận đã giữ từ trước) để so:
gói này tự mang khóa của nó thì chỉ chứng minh nó thống nhất với chính nó.
"""

HOW_TO_EN = """\
A CHECKABLE PACKAGE OF ONE INSPECTION
Decision {number}. Taken at {at} by {name}. That it was taken is recorded.

WHAT IS IN IT
  manifest.json         the files with their hashes, and photographs whose original is not here
  SHA256SUMS            the hash of each file of the package
  inspection.json       the record as its taker may see it: state, checks, findings
  acts/                 each act, byte for byte as it stands in the ledger
  entries/              the place of each act in the ledger (hashes that join)
  photos/               the originals, byte for byte
  receipts/             the server's receipts; .signed is what was signed, .sig the signature
  signatures/           what the phone signed, and its signature
  keys/                 the public keys of the server (old ones too) and of the phones
  keys/ring.json        since when each key of the server is valid, when it was replaced, from when it counts as stolen
  restores/             only where the system was ever restored from a backup: the signed declaration, when, by whom,
                        why, what is known to be lost

CHECK IT YOURSELF
1. The files are whole:
     sha256sum -c SHA256SUMS
2. A photograph is the one that the phone announced: a file of photos/ begins with the photograph's number, as on every
   screen and paper; manifest.json gives each its "number" and its "entry", the entry of the ledger that announces it.
   The hash of photos/0003-….jpg with "entry" 6 is "sha256" in acts/0006-photo.taken.json.
3. The server received it so (Ed25519):
     openssl pkeyutl -verify -pubin -inkey keys/server-KEY.pem -rawin \\
       -in receipts/photos/0003.signed -sigfile receipts/photos/0003.sig
   The same with receipts/acts/. KEY is "key_id" of the receipt. Where keys/ring.json says that this key is "stolen"
   from a day on, its signatures of that day and later prove nothing by themselves: ask for a checkpoint from before it.
4. The phone signed that act (ECDSA P-256):
     openssl dgst -sha256 -verify keys/device-ID.pem -signature signatures/0006.sig signatures/0006.signed
5. Nothing was put into the ledger or taken out between: the SHA-256 of each file in entries/ is "entry_hash" in the
   receipt of the same number, and "previous_hash" in the file of entries/ with the next number.
6. Where there is restores/: check it as in 3 and 5. What was received before a restore and is gone from the ledger is
   proven by a receipt that was kept, a package taken before, or the phone's signature; what phones sent again bears a
   time of receipt after it.

Take the server's public key from elsewhere as well (the phone of who recorded it, receipts kept before) and compare:
a package that brings its own key only proves that it agrees with itself.
"""

UNREADABLE = """\
Kho không đưa ra được bản gốc này lúc lập gói. Hãy báo ngay cho kiểm tra nội bộ.
The store did not give this original when the package was made. Tell the auditors at once.
"""
