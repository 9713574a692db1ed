"""Charts of the desk, drawn on the server as SVG: a sentence above, the chart, the table behind it."""
