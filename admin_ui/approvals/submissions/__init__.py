"""The panel of a submission, its page, and the forms of those who may answer."""
