"""The form by which citizens report, its receipt, and the page that tells how a report stands."""
