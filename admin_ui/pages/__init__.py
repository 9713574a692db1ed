"""Thin handlers, one module a page: read the form, call one sentence of a service, render."""
