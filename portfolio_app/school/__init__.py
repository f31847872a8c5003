"""The school server: what devices, teachers and families talk to.

Never imports the student program.
"""
