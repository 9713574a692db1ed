"""Before a wheel or an sdist is packed: what is fetched or built for the browser, unless it is there already.

An editable install is left alone (`./hientruong` makes the same in a checkout). A wheel without its
maps would be a wheel that looks whole, so a failure here ends the build with its sentence.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebAssets(BuildHookInterface[Any]):
    """Hatch finds it by this file's name and calls `initialize` before it collects files."""

    def dependencies(self) -> list[str]:
        """Ask for pip, which fetches the table of communes and perhaps a Node: an isolated build has none."""
        return ["pip"]

    def initialize(self, version: str, _build_data: dict[str, Any]) -> None:
        """Make the packages. Raises Failure where one cannot be made."""
        if version == "editable":
            return
        self._node()
        from deploy import web_assets

        for package in web_assets.PACKAGES:
            web_assets.ensure(Path(self.root), package, self.app.display_info)

    def _node(self) -> Any:
        if self.root not in sys.path:
            sys.path.insert(0, self.root)
        from deploy import node

        return node
