"""Fixtures that every test may name; they live in tests/support."""

import gc

import pytest

from tests.support import sharing
from tests.support.application import app, client
from tests.support.chromium import browsers, chrome, playwright, site
from tests.support.desk import desks
from tests.support.edition_fixtures import first_edition, newest_edition
from tests.support.kept_pools import pools
from tests.support.origins import origin, origins, people
from tests.support.phone import phones
from tests.support.played import played
from tests.support.sampling import (
    pytest_collection_modifyitems,
    pytest_configure,
    pytest_configure_node,
    pytest_report_header,
    pytest_terminal_summary,
    sample,
)
from tests.support.servers import (
    database,
    own_pool,
    pool,
    servers,
    settings,
    shelf,
    superuser,
    template,
)
from tests.support.uploads import stranger, tus
from tests.support.workers import decoders

__all__ = [
    "app",
    "browsers",
    "chrome",
    "client",
    "database",
    "decoders",
    "desks",
    "first_edition",
    "newest_edition",
    "origin",
    "origins",
    "own_pool",
    "people",
    "phones",
    "played",
    "playwright",
    "pool",
    "pools",
    "pytest_collection_modifyitems",
    "pytest_configure",
    "pytest_configure_node",
    "pytest_report_header",
    "pytest_terminal_summary",
    "sample",
    "servers",
    "settings",
    "shelf",
    "site",
    "stranger",
    "superuser",
    "template",
    "tus",
]

DEFAULT_SEED = 20261124

gc.disable()  # until the tests are collected, see below


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Our options, and a second part of collecting (tests/support/sharing.py).

    `--seed 7` plays the faults of a run again: what is killed or cut, and when.

    `--sample-seed 7` draws what a run drew of its corpora: tests/support/sampling.py.
    """
    pluginmanager.register(sharing, "sharing")
    parser.addoption("--seed", type=int, default=DEFAULT_SEED, help="seed of tests/faults")
    parser.addoption("--sample-seed", type=int, help="seed of samples; a new one each run")


def pytest_collection_finish() -> None:
    """Leave what lives as long as the run out of the garbage collector's sight.

    Seven thousand tests and every module are a million objects that never become garbage; walking them again and again
    took a seventh of the run, and of collecting the tests as well.
    """
    gc.enable()
    gc.collect()
    gc.freeze()
