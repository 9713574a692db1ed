"""Time limits of periodic reports, as dated data of the law."""
