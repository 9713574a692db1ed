"""Table of wrong passphrases of certificates."""

from piccolo.columns import BigSerial, ForeignKey
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.force.tables.certificates import OfficerCertificate
from backend.force.tables.officers import Officer


class SigningFailure(Table, tablename="signing_failures"):
    """A try at a key's passphrase that was wrong, or is just being judged. A job deletes old rows."""

    id = BigSerial(primary_key=True, help_text="Takes a charge back.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who tried.")
    certificate_id = ForeignKey(
        references=OfficerCertificate, null=False, default=None, help_text="Whose key it opens."
    )
    failed_at = ServerTime(help_text="Clock of the statement, not of the transaction.")
