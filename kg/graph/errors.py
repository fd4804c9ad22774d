"""What can go wrong with a store."""


class StoreError(Exception):
    """The store cannot be opened or written; the message says why and what to do."""
