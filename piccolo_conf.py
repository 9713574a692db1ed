"""Where Piccolo looks for its engine and its tables. Wiring only: nothing of ours imports it."""

from piccolo.conf.apps import AppRegistry

from backend.core.database import ENGINE

DB = ENGINE

APP_REGISTRY = AppRegistry(apps=["backend.piccolo_app"])
