"""What a hand-over consists of. Pure."""

from typing import Literal

Kind = Literal["case", "inspection", "team", "information", "plan_item", "step"]
