"""What goes to and comes from others: sync, offline data, rescue files, evidence export."""
