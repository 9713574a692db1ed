"""What stands beside the packages of many records."""

HOW_TO_VI = """HỒ SƠ CỦA MỘT MẪU KIỂM TRA NỘI BỘ

records/           gói của từng hồ sơ, theo thứ tự rút; mỗi gói có hướng dẫn riêng để kiểm tra
manifest.json      gói nào của hồ sơ nào; "path" trống: hồ sơ ngoài phạm vi của người yêu cầu khi đến lượt
sample.json        mầm, số lượng mỗi nhóm, hồ sơ đã rút, kết quả xem
population.txt     nhóm và mã của mọi hồ sơ mà mẫu được rút từ đó
redraw.py          rút lại:  python3 redraw.py sample.json population.txt
SHA256SUMS         kiểm tra tệp:  sha256sum -c SHA256SUMS

Mầm, SHA-256 của population.txt và kết quả rút nằm trong hai việc sample.planned và sample.drawn của nhật ký.
"""
HOW_TO_EN = """RECORDS OF AN AUDITORS' SAMPLE

records/           the package of each record, in the order of the draw; each says itself how it is checked
manifest.json      which package is of which record; no "path": out of the asker's sight when its turn came
sample.json        seed, how many of each group, what was drawn, what the looks found
population.txt     group and id of every record that the sample was drawn from
redraw.py          draws again:  python3 redraw.py sample.json population.txt
SHA256SUMS         checks the files:  sha256sum -c SHA256SUMS

The seed, the SHA-256 of population.txt and the draw are in the acts sample.planned and sample.drawn of the log.
"""
UNREADABLE = (
    "Kho lưu trữ không đọc được gói này. Hãy yêu cầu lại.\n"
    "The store could not read this package. Ask for it again.\n"
)
