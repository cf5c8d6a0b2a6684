"""Papers that are made from what is sealed: the same bytes each time, tagged for screen readers, fit for an archive."""
