"""Say: one click command a module, no logic."""
