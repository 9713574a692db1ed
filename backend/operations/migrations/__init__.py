"""The schema's history: reviewed SQL files and the small program that applies them.

Why plain SQL and not Piccolo's generated migrations is decided in
docs/decisions/0008-reviewed-sql-migrations.md.
"""
