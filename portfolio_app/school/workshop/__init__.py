"""Where teachers make rubrics, and bring frameworks and rubrics in and out of the school's library.

A page without scripts: each press of a button sends all that was typed, and it comes back filled
in. Nothing of a learner's enters this room.
"""
