"""Where sealed files lie: a folder, or a bucket of an S3-compatible store; alike to who uses them.

A shelf knows names and bytes. What is in a file, whose it is and what opens it stays outside, and
no plain byte may enter.
"""
