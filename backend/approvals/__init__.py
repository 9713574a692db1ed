"""Submission for approval (trình phê duyệt): routes, submissions, answers, stand-ins.

It knows no paper, case or inspection. The groups to its right register what they submit
(submissions/subjects.py) and react to its acts through the ledger's followers.
"""
