"""What sealed content is called."""

from typing import Final

from schemas.core.problems import Text
from schemas.intake.words import SecretKind

WHAT: Final[dict[SecretKind, Text]] = {
    SecretKind.INFORMANT: Text(vi="danh tính người cung cấp", en="who informed"),
    SecretKind.ACCOUNT: Text(vi="lời kể của người cung cấp", en="the account as it was told"),
    SecretKind.ATTACHMENT: Text(
        vi="ảnh, tệp kèm theo", en="a photograph or file that came with it"
    ),
}
