"""Pages of submissions for approval: the panel that records share, and a page of one submission."""
