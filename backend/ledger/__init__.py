"""The ledger: `service.record` (the one door) writes every act, and the rest proves later what was written."""
