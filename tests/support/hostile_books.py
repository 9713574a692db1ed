"""Workbooks that want to fill the memory, run something or lie about themselves."""

import struct

from tests.support import locked_books, workbooks

A1 = '<row r="1"><c r="A1"><v>1</v></c></row>'


async def hostile(what: str) -> bytes:  # noqa: C901
    """Return the workbook of that name."""
    plain = await workbooks.book(["Tên", "Ghi chú"], [["Cửa hàng Á Châu", None]])

    def holding(xml: str) -> bytes:
        return workbooks.rebuilt(plain, **{workbooks.SHEET: xml})

    match what:
        case "nothing":
            return b""
        case "text":
            return "Tên;Địa chỉ\n".encode()
        case "picture":
            return b"\x89PNG\r\n\x1a\n" + bytes(100)
        case "old":
            return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000)
        case "password":
            return locked_books.behind_a_password(plain, "mật khẩu")
        case "ods":
            return locked_books.open_document("Cửa hàng Lan")
        case "another archive":
            return workbooks.rebuilt(plain, **{"word/document.xml": "x"}).replace(
                b"xl/workbook.xml", b"xl/workbooq.xml"
            )
        case "cut":
            return plain[: len(plain) // 2]
        case "broken xml":
            return holding(workbooks.sheet('<row r="1"><c r="A1" t="str"><v>a</')[:-30])
        case "entity":
            named = workbooks.sheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>')
            head, rest = named.split("?>", 1)
            return holding(f'{head}?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>{rest}')
        case "macros":
            return workbooks.rebuilt(plain, **{"xl/vbaProject.bin": "x"})
        case "said over and over":
            cells = "".join(f'<c r="{column}@" t="s"><v>0</v></c>' for column in "ABCDEFG")
            rows = (f'<row r="{n}">{cells}</row>'.replace("@", str(n)) for n in range(1, 601))
            return workbooks.with_shared_strings(plain, 1, "ế" * 1000, "".join(rows))
        case "bomb":
            return holding(workbooks.sheet(" " * 101_000_000))
        case "large bomb":
            xml = workbooks.sheet(" " * 1_000_003)  # declares two gigabytes
            return holding(xml).replace(struct.pack("<I", len(xml)), struct.pack("<I", 0x7FFFFFFF))
        case "many strings":
            return workbooks.with_shared_strings(plain, 40_000_000)
        case "lying bomb":
            xml = workbooks.sheet(" " * 101_000_000)
            return holding(xml).replace(struct.pack("<I", len(xml)), struct.pack("<I", 1000))
        case "large file":
            return plain + bytes(8 * 1024 * 1024)
        case "rectangle":  # 17 thousand million cells, of which two hold something
            far = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
            return holding(workbooks.sheet(A1 + far))
        case "strings":  # 24 bytes and an allocation each, from one bit of the file
            return workbooks.with_shared_strings(plain, 5_500_000)
        case "one long string":  # three bytes of the file each repeat 32,000 letters
            cells = '<c t="s"><v>0</v></c>' * 60
            return workbooks.with_shared_strings(
                plain, 1, "x" * 32_000, f"<row>{cells}</row>" * 2_000
            )
        case "laughs":
            named = workbooks.sheet('<row r="1"><c r="A1" t="str"><v>&a9;</v></c></row>')
            head, rest = named.split("?>", 1)
            nested = "".join(
                f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' if n else '<!ENTITY a0 "ha">'
                for n in range(10)
            )
            return holding(f"{head}?><!DOCTYPE a [{nested}]>{rest}")
        case "merged over and over":
            ranges = '<mergeCell ref="A1:BH2000"/>' * 200
            far = '<row r="2000"><c r="A2000"><v>2</v></c></row>'
            xml = workbooks.sheet(A1 + far)
            return holding(
                xml.replace("</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>")
            )
        case "rows":
            return await workbooks.book(["a"], [["x"]] * 2_030)
        case "columns":
            return await workbooks.book(["a"] * 61, [])
        case "cell":
            return await workbooks.book(["a" * 4_001], [])
        case "empty":
            return holding(workbooks.sheet(""))
    raise AssertionError(what)
