"""How to check a case's package with programs of others, in both languages."""

from schemas.core.problems import Text

HOW_TO_VI = """\
GÓI HỒ SƠ VỤ VIỆC {number}
Lập lúc {at} (giờ Việt Nam) bởi {name}. Việc lấy hồ sơ đã được ghi lại.

TRONG GÓI CÓ GÌ
  {pdf}
                        cả hồ sơ để đọc và in: bìa, mục lục, mọi văn bản theo bút lục; không có chữ ký số nào ở đó
  01-…, 02-…            từng bản gốc, đúng từng byte; số đứng đầu là bút lục đầu tiên của văn bản
     (chưa có dấu số)       tệp chỉ có chữ ký của người ký, trước khi văn thư đóng dấu số
     (bản in chưa ký)       tệp đã in ra để ký trên bản giấy; (bản quét có chữ ký) là bản đã ký, quét lại
     (chưa có số)           biên bản của máy cũ, dựng lại từ sổ: không phải bản gốc
     .bin                   tệp không an toàn (manifest.json ghi vì sao), hoặc đuôi tên không đúng loại tệp: đừng mở
  ANH-CHUP.csv          danh mục ảnh của cuộc kiểm tra với mã băm; bản gốc của ảnh ở "gói kiểm chứng" của cuộc kiểm tra
  manifest.json         từng tệp là gì, ở bút lục nào, mã băm; văn bản nào không có tệp trong gói
  keys/server-seal.pem  chứng thư mà máy chủ dùng để niêm biên bản lập tại hiện trường
  SHA256SUMS            mã băm của từng tệp
  CHU-Y.txt             chỉ có khi một bản gốc thiếu hoặc hỏng

TỰ KIỂM TRA (Linux: sha256sum; gói poppler-utils, qpdf, unzip; ngôn ngữ máy là UTF-8)
1. Gói còn nguyên:             unzip -t GÓI.zip
2. Tệp còn nguyên:             sha256sum -c SHA256SUMS
3. Chữ ký số của một văn bản:  pdfsig 05-QĐ-TG-3.pdf
   "Signature is Valid" là tệp chưa bị sửa sau khi ký. "Certificate is Trusted" chỉ hiện khi máy tin nơi cấp chứng thư:
   certutil -N -d nss --empty-password; certutil -A -d nss -n goc -t CT,C,C -a -i GỐC.pem; pdfsig -nssdir nss TỆP.pdf
   Lấy chứng thư gốc từ nơi cấp nó, không lấy từ gói này.
4. Tệp PDF đúng cấu trúc:      qpdf --check TỆP.pdf
5. Văn bản còn hiệu lực hay không: quét mã QR trên văn bản.
"""

HOW_TO_EN = """\
THE FILE OF CASE {number} AS A PACKAGE
Made at {at} (Vietnam time) by {name}. That it was taken is recorded.

WHAT IS IN IT
  {pdf}
                        the whole file to read and to print: cover, contents, every paper by its sheets; it has no
                        digital signature
  01-…, 02-…            each original, byte for byte; the number in front is the first sheet of the paper
     (chưa có dấu số)       the file with the signer's signature alone, before the clerk put the agency's over it
     (bản in chưa ký)       what was printed to be signed by hand; (bản quét có chữ ký) is the scan of what was signed
     (chưa có số)           minutes of an older phone, laid out from the ledger: no original
     .bin                   a file that is not safe (manifest.json says why), or whose ending is not of its kind:
                            do not open it
  ANH-CHUP.csv          the index of the inspection's photographs with their hashes; the originals are in the
                        verification package of the inspection
  manifest.json         what each file is, its sheets and hash; which papers have no file in the package
  keys/server-seal.pem  the certificate with which the server seals papers made on site
  SHA256SUMS            the hash of each file
  CHU-Y.txt             only where an original is missing or damaged

CHECK IT YOURSELF (Linux: sha256sum; the packages poppler-utils, qpdf, unzip; a UTF-8 locale)
1. The package is whole:             unzip -t PACKAGE.zip
2. The files are whole:              sha256sum -c SHA256SUMS
3. The signatures of a paper:        pdfsig 05-QĐ-TG-3.pdf
   "Signature is Valid": the file was not changed after it was signed. "Certificate is Trusted" is only said where the
   machine trusts the authority:
   certutil -N -d nss --empty-password; certutil -A -d nss -n root -t CT,C,C -a -i ROOT.pem; pdfsig -nssdir nss FILE.pdf
   Take the root from its authority, not from this package.
4. A PDF is well formed:             qpdf --check FILE.pdf
5. Whether a paper is in force:      scan the QR code on it.
"""

UNREADABLE = Text(
    vi="Kho không đưa ra được đúng bản gốc này lúc lập gói; gói không có nó. Hãy báo ngay cho quản trị hệ thống.",
    en="The store did not give this original as it was kept; the package lacks it. Tell the administrators at once.",
)
DAMAGED = Text(
    vi="Tệp này trong gói KHÔNG đúng bản gốc: bị cắt ngang hoặc khác mã băm đã ghi. Đừng dùng; hãy lấy lại gói.",
    en="This file is NOT the original: it was cut off or differs from its recorded hash. Do not use it; take the "
    "package again.",
)


def attention(faults: list[tuple[str, Text]]) -> bytes:
    """Return the text that names originals which are missing or damaged."""
    lines = [f"{name}\n  {said.vi}\n  {said.en}\n" for name, said in faults]
    return "\n".join(lines).encode()
