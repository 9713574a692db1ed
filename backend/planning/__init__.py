"""Inspection plans: drafted, merged, approved, issued, carried out, reported (Circular 27/2020 Arts 4 to 7)."""
