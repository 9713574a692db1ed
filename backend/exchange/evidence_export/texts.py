"""How to check a package without this system, in both languages.

The commands work on any Linux with OpenSSL 3.
"""

from pathlib import Path

_HERE = Path(__file__)
_PART = "# From here on it is a part of kiem-tra.py.\n"
_FUTURE = "from __future__ import annotations"
_PARTS = (
    *("curves.py", "reading.py", "trust.py", "history.py", "comparing.py", "decisions.py"),
    "drafts.py",
    *("papers.py", "summary.py", "obtained.py", "checker.py"),
)
"""In this order, because each part uses only those before it."""


def checker() -> bytes:
    """Return the program in each package, as one file that can be read completely and run anywhere.

    It consists of the docstring of checker.py, one list of imports from the standard library, and
    then the parts. Their imports of each other are left out.
    """
    head, _, _ = _source("checker.py").partition("\nfrom __future__")
    imports: set[str] = set()
    bodies = []
    for name in _PARTS:
        above, _, body = _source(name).partition(_PART)
        if not body:
            raise ValueError(f"the checker cannot be put together: {name}")
        bodies.append(body)
        lines = [line for line in above.splitlines() if line.startswith(("import ", "from "))]
        imports.update(line for line in lines if "backend." not in line)
    later = sorted(imports - {_FUTURE}, key=lambda line: (line.startswith("from "), line))
    return "\n".join([head, _FUTURE, "", *later, "", *bodies]).encode()


def _source(name: str) -> str:
    return _HERE.with_name(name).read_text(encoding="utf-8")


HOW_TO_VI = """\
GÓI KIỂM CHỨNG CỦA MỘT HỒ SƠ KIỂM TRA
Quyết định số {number}. Xuất lúc {at} (giờ Việt Nam) bởi {name}. Việc xuất đã được ghi lại.

TRONG GÓI CÓ GÌ
  manifest.json         danh sách tệp, mã băm, những ảnh chưa có bản gốc
  SHA256SUMS            mã băm của từng tệp trong gói
  inspection.json       hồ sơ như người xuất được xem: trạng thái, kiểm chứng, nội dung cần làm rõ
  kiem-tra.py           chương trình tự kiểm tra tất cả những điều dưới đây; chỉ cần Python 3.9 trở lên, không cần mạng
  acts/                 từng việc, đúng từng byte như đã ghi vào sổ: cả dự thảo, ý kiến, bổ sung, biên bản để riêng
  entries/              vị trí của từng việc trong sổ (mã băm nối nhau)
  photos/               bản gốc từng ảnh, đúng từng byte
  papers/               tệp PDF đã giao của từng biên bản, do người lập ký số hoặc máy chủ niêm; mã băm phải bằng
                        "sha256" trong site_paper.signed, site_paper.sealed có "file_id" ấy
  documents/            tài liệu của bên khác mà đoàn thu được, đúng từng byte; tệp nguy hiểm mang đuôi .bin: đừng mở
  receipts/             biên nhận của máy chủ; .signed là phần được ký, .sig là chữ ký
  signatures/           phần mà điện thoại đã ký, và chữ ký của nó
  keys/                 khóa công khai của máy chủ (cả khóa cũ) và của các điện thoại
  keys/ring.json        từng khóa của máy chủ có từ ngày nào, thay ngày nào, bị coi là đã mất cắp từ ngày nào
  restores/             chỉ có nếu hệ thống đã từng khôi phục từ bản sao lưu: lời khai có ký: lúc nào, ai, vì
                        sao, mất gì

TỰ KIỂM TRA
Tất cả trong một lệnh (nên đọc chương trình trước, hoặc lấy chính tệp ấy từ mã nguồn công khai):
     python3 kiem-tra.py . --server-key KHÓA-LẤY-TỪ-NƠI-KHÁC.pem
Máy chủ có thể đã thay khóa ký: khi đó đưa cả khóa cũ, bằng cách ghi --server-key nhiều lần hoặc để nhiều khóa trong một
tệp PEM. Biên nhận dưới khóa mà bạn không đưa thì là CHƯA KIỂM ĐƯỢC, không phải là sai.
Chương trình kể lại từng việc theo sổ và kết thúc bằng KHỚP (mã thoát 0), KHÔNG KHỚP (1) hoặc CHƯA ĐỦ (2: có điều chưa
kiểm được, hoặc không mở được gói). Dòng bắt đầu bằng * là điều không việc nào chứng minh được, dù mọi thứ đều khớp:
tên có dấu * chỉ theo bản tóm tắt inspection.json (mã đứng trước là của chính việc đó), việc nào bị giữ khi đến là lời
máy chủ, và việc bị cắt khỏi cuối sổ. Mọi giá trị khác của inspection.json được so với các việc, trừ
những điều mà dòng * nêu ra. Từng bước:
1. Tệp còn nguyên:
     sha256sum -c SHA256SUMS
2. Ảnh đúng với điều điện thoại đã khai báo: tên tệp trong photos/ bắt đầu bằng số của ảnh, như trên mọi màn hình và văn
   bản; manifest.json ghi mỗi ảnh có "number" (số của ảnh) và "entry" (mục trong sổ khai báo ảnh đó). Mã băm của
   photos/0003-….jpg, có "entry" 6, phải bằng "sha256" trong acts/0006-photo.taken.json.
   Tài liệu thu được cũng vậy: documents/0009-… phải bằng "sha256" trong acts/0009-document.filed.json, biên nhận ở
   receipts/documents/0009.
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
7. Dự thảo, bản trình, hồ sơ: mỗi ý kiến nêu mã băm của đúng điều đã xem, là SHA-256 của dạng RFC 8785 (khóa xếp theo
   thứ tự, không khoảng trắng) của:
     dự thảo     "draft" trong minutes.proposed    = {{"minutes", "photos"}} của chính việc đó
     bản trình   "revision" trong inspection.submitted = {{"minutes", "photos", "places", "signatures"}}
                 của chính việc đó
     hồ sơ       "file" trong {file_rulings}
                 = {{"addenda", "revision", "supplements"}}: addenda là id các việc ghi chứng cứ (place.fixed, photo.*,
                 minutes.written, person.signed, document.*, evidence.admitted) có hiệu lực trong sổ từ sau bản trình
                 đến trước ý kiến đó, supplements là id các việc file.supplemented; cùng theo thứ tự sổ.
   Việc bị giữ khi đến (chưa có hiệu lực lúc đó) có "quarantine" trong inspection.json; biên bản bên cạnh nằm trong số
   đó. Ý kiến nói ở bàn làm việc không có chữ ký của điện thoại: chỉ có biên nhận của máy chủ và tên người nói.

Khóa công khai của máy chủ nên lấy thêm từ nơi khác (điện thoại của người ghi, biên nhận đã giữ từ trước) để so:
gói này tự mang khóa của nó thì chỉ chứng minh nó thống nhất với chính nó.
"""

HOW_TO_EN = """\
A VERIFICATION PACKAGE OF ONE INSPECTION
Decision {number}. Exported at {at} (Vietnam time) by {name}. The export is recorded.

WHAT IS IN IT
  manifest.json         the files with their hashes, and photographs whose original is not here
  SHA256SUMS            the hash of each file of the package
  inspection.json       the record as its exporter may see it: state, checks, findings
  kiem-tra.py           a program that checks all that follows; it needs Python 3.9 or later and no network
  acts/                 each act, byte for byte as it stands in the ledger: drafts, opinions, supplements and minutes
                        set aside too
  entries/              the place of each act in the ledger (hashes that join)
  photos/               the originals, byte for byte
  papers/               the PDF of each paper as it is handed out, signed by its maker or sealed by the server; its hash
                        is "sha256" in the site_paper.signed or site_paper.sealed with that "file_id"
  documents/            documents of others that the team obtained, byte for byte; a dangerous one ends in .bin: do
                        not open it
  receipts/             the server's receipts; .signed is what was signed, .sig the signature
  signatures/           what the phone signed, and its signature
  keys/                 the public keys of the server (old ones too) and of the phones
  keys/ring.json        since when each key of the server is valid, when it was replaced, from when it counts as stolen
  restores/             only where the system was ever restored from a backup: the signed declaration, when, by whom,
                        why, what is known to be lost

CHECK IT YOURSELF
All of it by one command (read the program first, or take the very file from the public source):
     python3 kiem-tra.py . --server-key KEY-FROM-ELSEWHERE.pem
The server may have changed its signing key: then give the older keys too, by --server-key several times or several
keys in one PEM file. A receipt under a key that you did not give is NOT CHECKED, which does not make it wrong.
It tells what happened, act by act, and ends with ALL FITS (exit code 0), DOES NOT FIT (1) or INCOMPLETE (2: something
could not be checked, or the package cannot be opened). Lines that begin with * say what no act proves even where all
fits: a name marked * is the word of the summary inspection.json (the id before it is the act's own), which acts were
held is the server's word, and what was cut off the end of the ledger. Every other value of inspection.json is compared
with the acts, but for what such a line names. By hand:
1. The files are whole:
     sha256sum -c SHA256SUMS
2. A photograph is the one that the phone announced: a file of photos/ begins with the photograph's number, as on every
   screen and paper; manifest.json gives each its "number" and its "entry", the entry of the ledger that announces it.
   The hash of photos/0003-….jpg with "entry" 6 is "sha256" in acts/0006-photo.taken.json.
   So is a document obtained on site: documents/0009-… is "sha256" in acts/0009-document.filed.json, its receipt is in
   receipts/documents/0009.
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
   proven by a receipt that was kept, a package exported before, or the phone's signature; what phones sent again bears
   a time of receipt after it.
7. Drafts, revisions, files: each opinion names the hash of what was seen, the SHA-256 of the RFC 8785 form (keys in
   order, no spaces) of:
     draft      "draft" of minutes.proposed        = {{"minutes", "photos"}} of that act
     revision   "revision" of inspection.submitted = {{"minutes", "photos", "places", "signatures"}} of that act
     file       "file" of {file_rulings}
                = {{"addenda", "revision", "supplements"}}: addenda are the ids of acts of evidence (place.fixed,
                photo.*, minutes.written, person.signed, document.*, evidence.admitted) in effect in the ledger
                since the submission and before that opinion, supplements the ids of file.supplemented; both in
                its order.
   An act that was held (of no effect when it came) has "quarantine" in inspection.json; minutes kept alongside
   are among them.
   What was said at the desk bears no phone's signature: the server's receipt and the speaker's name stand for it.

Take the server's public key from elsewhere as well (the phone of the officer, receipts kept before) and compare:
a package that brings its own key only proves that it agrees with itself.
"""

UNREADABLE = """\
Kho không đưa ra được bản gốc này lúc lập gói. Hãy báo ngay cho kiểm tra nội bộ.
The store did not give this original when the package was made. Tell the auditors at once.
"""
