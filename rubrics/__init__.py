"""Rubrics and competency frameworks: types, readers and writers of the open standards, own content.

The room exists so that a rubric means the same on the device, at the school and in a file from
elsewhere. It knows nothing of the app: no learner, no store, no screen, no network, no clock.
"""
