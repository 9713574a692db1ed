"""Minutes of an inspection that could not be carried out (BB-KKT), filled from the decision."""

from deploy.demo.minutes import not_executed as fill

__all__ = ["fill"]
