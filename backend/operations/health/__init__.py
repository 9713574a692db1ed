"""Whether each part answers, and what Prometheus may count."""
