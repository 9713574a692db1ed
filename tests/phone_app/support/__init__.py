"""Tests of the real phone app: the phone, its network line, and the desk at the other end."""
