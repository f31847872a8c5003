"""What can go wrong while copies talk, named by whose fault it is."""


class SyncError(Exception):
    """Root of this package's errors; never raised itself."""


class PeerError(SyncError):
    """The other side sent something that the protocol does not allow."""


class UsageError(SyncError):
    """Our own program called this package wrongly."""


class TooNew(PeerError):
    """The other side speaks a newer protocol; updating this program helps."""
