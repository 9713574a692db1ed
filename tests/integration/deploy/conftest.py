"""What several of these tests share."""

from tests.integration.deploy.backed_up import system

__all__ = ["system"]
