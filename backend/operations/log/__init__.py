"""The log for auditors: who read, searched, took copies, signed in and was refused."""
