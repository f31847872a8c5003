"""Pages for teachers: the queue, the work beside its rubric, feedback and approval.

Queries and rules live elsewhere.
"""
