"""Pages of the register of parties: its list, the form of a party, its acts. A party's own page gathers what happened
to it, and is in admin_ui/insight/parties."""
