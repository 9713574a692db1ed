"""Dashboards of a team, a department, the force: questions, each with its answer in words, a chart and its table."""
