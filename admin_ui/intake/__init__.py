"""Pages of intake: for officers who receive, verify and answer, and the form for citizens."""
