"""The address of a data folder's running system."""

from pathlib import Path

from deploy.data_folder import DataFolder
from deploy.failures import Failure


def address_of(data_dir: Path) -> str:
    """Return the address of the system that runs on this folder. Raises Failure if none does."""
    told = DataFolder(data_dir).running()
    if told is None:
        raise Failure(
            f"không có hệ thống nào đang chạy trên {data_dir}; hãy chạy ./hientruong up",
            f"no system is running on {data_dir}; run ./hientruong up, or name --base-url",
        )
    return str(told["url"])
