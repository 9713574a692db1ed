"""The store in memory keeps the contract, and says what it is."""

import pytest

from media.null_store import NullStore, NullStoreInUse
from tests.support.object_store_contract import ObjectStoreContract


class TestNullStore(ObjectStoreContract):
    @pytest.fixture
    def store(self) -> NullStore:
        with pytest.warns(NullStoreInUse):
            return NullStore()
