"""Many items of work on all cores: read as they come, answered in their order, whatever becomes of a worker."""
