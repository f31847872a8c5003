"""A learner's sealed store on this device: the only home of TinyDB.

Nothing goes from here to a disk unsealed.
"""
