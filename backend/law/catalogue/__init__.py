"""What the force knows beforehand, as dated data of this package: behaviours that are fined, and days off."""
