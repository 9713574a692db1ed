"""Errors about uploads and photographs, as phones and the desk receive them.

DomainError
├── BadUpload            400  a header cannot be understood; code and `where` say which
├── ChecksumDiffers      460  the chunk does not match its checksum; nothing of it was kept
├── UploadStalled        408  no bytes came for too long; what came before is kept
├── WrongVersion         412  another version of tus than 1.0.0
├── WrongContentType     415  a PATCH that is not application/offset+octet-stream
├── OffsetDiffers        409  ask for the offset with HEAD and continue from there
├── UploadFinished       409  complete already: it cannot be terminated
├── PartialsUnfinished   409  not all of the parts are complete yet
├── UploadIsFinal        403  joined from parts: nothing is written to it
├── UploadElsewhere      503  its bytes are in another node's spool
├── UploadBusy           423  another request writes to it: try again
├── UploadGone           410  terminated, expired, or its hash was not the announced one
├── UploadTooLarge       413
├── HashDiffers          422  the whole file is not the announced one: send it again
├── TooManyUploads       429
├── NoSpace              503  this node's disk is nearly full
├── ReceiptPending       404  the bytes are not yet stored in the object store and read back
├── BytesPending         409  announced, but not stored yet
├── PreviewPending       409  a worker is making the preview
├── ThumbnailMalformed   400  a phone's small picture without its hash
├── ThumbnailTooLarge    413
├── ThumbnailNotJpeg     415
├── RangeBeyondEnd       416  no byte of the file is in the range asked for
└── NoPreview            422  `undecodable` or `not_an_image`, with the reason; the original
                         can still be fetched
"""

from backend.core.errors import Conflict, DomainError, NotFound, TooMany, Unavailable


class BadUpload(DomainError):
    """A header of an upload request cannot be understood."""

    code = "upload_malformed"
    status = 400
    text_vi = "Yêu cầu tải lên không hợp lệ ({where}). Hãy cập nhật ứng dụng rồi gửi lại."
    text_en = (
        "The upload request cannot be understood ({where}). Update the app, then send it again."
    )


class ChecksumDiffers(DomainError):
    """tus 1.0.0 checksum extension: 460, and the chunk is discarded."""

    code = "checksum_mismatch"
    status = 460
    retryable = True
    text_vi = "Phần dữ liệu vừa gửi bị sai lệch trên đường truyền. Hãy gửi lại phần này."
    text_en = "This part was damaged on its way. Please send the part again."


class UploadStalled(DomainError):
    """RFC 9110 §15.5.9. The upload is unlocked: ask for its offset with HEAD and continue there."""

    code = "upload_stalled"
    status = 408
    retryable = True
    text_vi = "Đường truyền ngừng quá lâu. Phần đã nhận vẫn được giữ; hãy gửi tiếp."
    text_en = (
        "The connection was idle for too long. What was received is kept; please continue sending."
    )


class WrongVersion(DomainError):
    """tus 1.0.0 §Tus-Resumable."""

    code = "tus_version_unsupported"
    status = 412
    text_vi = "Máy chủ chỉ hiểu tus 1.0.0. Hãy cập nhật ứng dụng rồi gửi lại."
    text_en = "This server speaks tus 1.0.0 only. Update the app, then send it again."


class WrongContentType(DomainError):
    """tus 1.0.0 §PATCH."""

    code = "upload_content_type"
    status = 415
    text_vi = (
        "Dữ liệu phải có kiểu application/offset+octet-stream. Hãy cập nhật ứng dụng rồi gửi lại."
    )
    text_en = "The content type must be application/offset+octet-stream. Update the app, then send it again."


class OffsetDiffers(Conflict):
    """The request does not begin at the upload's present offset."""

    code = "upload_offset_mismatch"
    text_vi = "Máy chủ đang có {offset} byte của tệp này. Hãy gửi tiếp từ đó."
    text_en = "The server has {offset} bytes of this file. Continue from there."


class UploadFinished(Conflict):
    """A complete upload cannot be terminated: it may be evidence already, and evidence is kept."""

    code = "upload_finished"
    text_vi = "Tệp đã được nhận đủ nên không thể hủy. Nếu là ảnh chụp nhầm, hãy loại ảnh khỏi hồ sơ và nêu lý do."
    text_en = "The file has been received whole and cannot be deleted. Withdraw the photograph with a reason."


class PartialsUnfinished(Conflict):
    """tus 1.0.0 concatenation. We do not support `concatenation-unfinished`."""

    code = "partials_unfinished"
    retryable = True
    text_vi = "Các phần của tệp chưa được gửi đủ. Hãy gửi nốt rồi ghép lại."
    text_en = "Not all parts of the file have been sent. Finish them, then join them."


class UploadIsFinal(DomainError):
    """tus 1.0.0 concatenation: nothing is written to a final upload."""

    code = "upload_is_final"
    status = 403
    text_vi = (
        "Tệp này được ghép từ các phần nên không nhận thêm dữ liệu. Hãy bắt đầu lượt tải lên mới."
    )
    text_en = "This file was joined from parts and takes no further data. Begin a new upload."


class UploadElsewhere(Unavailable):
    """The proxy sent the request to another node than the upload's, or that node is down.

    This node does not change the upload. A client that gives up waiting begins a new one.
    """

    code = "upload_elsewhere"
    text_vi = (
        "Phần đã gửi của tệp này nằm ở máy chủ khác. Hãy thử lại; nếu vẫn vậy, hãy gửi lại từ đầu."
    )
    text_en = (
        "The part of this file already sent is on another server. Try again; if that does not help, send it again "
        "from the beginning."
    )


class UploadBusy(DomainError):
    """Another request is writing to the upload; only one may."""

    code = "upload_busy"
    status = 423
    retryable = True
    text_vi = "Tệp này đang được gửi trong một yêu cầu khác. Hãy thử lại sau giây lát."
    text_en = "Another request is sending this file. Try again in a moment."


class UploadGone(DomainError):
    """The upload existed but was terminated, has expired, or had another hash than announced."""

    code = "upload_gone"
    status = 410
    text_vi = "Lượt tải lên này không còn. Hãy bắt đầu lượt mới."
    text_en = "This upload no longer exists. Begin a new one."


class UploadTooLarge(DomainError):
    """The upload is longer than this installation accepts, or longer than it was declared."""

    code = "upload_too_large"
    status = 413
    text_vi = "Tệp quá lớn: tối đa {max_bytes} byte. Hãy giữ tệp trên máy và báo người vận hành nâng giới hạn."
    text_en = "The file is too large: at most {max_bytes} bytes. Keep it and ask the operator for a higher limit."


class HashDiffers(DomainError):
    """The complete file is not the one that the phone announced."""

    code = "hash_mismatch"
    status = 422
    text_vi = "Tệp nhận được khác với mã băm đã khai báo. Hãy gửi lại từ đầu."
    text_en = "The file received differs from the announced hash. Send it again from the beginning."


class TooManyUploads(TooMany):
    """Unfinished uploads take space until they end or expire."""

    code = "too_many_uploads"
    text_vi = "Có quá nhiều lượt tải lên dở dang. Hãy gửi tiếp hoặc hủy bớt."
    text_en = "Too many unfinished uploads. Continue some, or cancel them."


class NoSpace(Unavailable):
    """The spool's disk is nearly full; nothing that was received is lost."""

    code = "no_space"
    text_vi = "Máy chủ tạm thời hết chỗ chứa. Hãy giữ ảnh trên máy và thử lại sau."
    text_en = "The server has no room at present. Keep the photograph and try again later."


class ReceiptPending(NotFound):
    """A byte receipt is given only for bytes that were read back from the object store."""

    code = "receipt_pending"
    retryable = True
    text_vi = "Chưa có biên nhận: dữ liệu ảnh chưa được lưu và kiểm tra xong. Hãy giữ ảnh trên máy và hỏi lại sau."
    text_en = "No receipt yet: the photograph has not been stored and checked. Keep it on the phone; ask again later."


class BytesPending(Conflict):
    """The photograph is announced; its bytes are still on the way."""

    code = "bytes_pending"
    retryable = True
    text_vi = "Ảnh đã được khai báo nhưng dữ liệu ảnh chưa về tới máy chủ. Hãy xem lại khi điện thoại đã gửi xong."
    text_en = "The photograph is announced, but its bytes have not arrived yet. Look again once it has sent them."


class PreviewPending(Conflict):
    """A worker is making the preview."""

    code = "preview_pending"
    retryable = True
    text_vi = "Ảnh xem trước đang được tạo. Hãy thử lại sau giây lát."
    text_en = "The preview is being made. Try again in a moment."


class ThumbnailMalformed(DomainError):
    """`X-Sha256` is missing, or no SHA-256 in hex."""

    code = "thumbnail_malformed"
    status = 400
    text_vi = "Hình nhỏ gửi kèm thiếu mã băm SHA-256. Hãy cập nhật ứng dụng; ảnh gốc vẫn được gửi bình thường."
    text_en = "The small picture came without its SHA-256. Update the app; the photograph itself is sent all the same."


class ThumbnailTooLarge(DomainError):
    """The thumbnail is larger than any picture of a few hundred pixels."""

    code = "thumbnail_too_large"
    status = 413
    text_vi = (
        "Hình nhỏ quá lớn: tối đa {max_bytes} byte. Hãy bỏ qua; ảnh gốc vẫn được gửi bình thường."
    )
    text_en = "The small picture is too large: at most {max_bytes} bytes. Leave it out; the photograph comes anyway."


class ThumbnailNotJpeg(DomainError):
    """The thumbnail is not a JPEG, according to its content type or its first bytes."""

    code = "thumbnail_not_jpeg"
    status = 415
    text_vi = "Hình nhỏ phải là ảnh JPEG. Hãy bỏ qua; ảnh gốc vẫn được gửi bình thường."
    text_en = "The small picture must be a JPEG. Leave it out; the photograph itself is sent all the same."


class RangeBeyondEnd(DomainError):
    """RFC 9110 §15.5.17. The faces send the detail `content_range` as the header of that name."""

    code = "range_beyond_end"
    status = 416
    text_vi = "Phần dữ liệu yêu cầu nằm ngoài tệp. Hãy tải lại cả tệp."
    text_en = "The range asked for lies beyond the end of the file. Fetch the whole file again."


class NoPreview(DomainError):
    """There can be no preview. Code `undecodable` or `not_an_image`.

    The original can still be fetched.
    """

    code = "undecodable"
    status = 422
